import type { ScoreLine } from '../ledger/score-line';
import { confirmationWorth } from './confirmation-worth';

const line = (more: Partial<ScoreLine> = {}): ScoreLine => ({
  entryId: 'e',
  subjectId: 's',
  actorId: 'a',
  value: 10_000_000,
  points: 10,
  repeat: 1,
  word: 1,
  overlap: 0,
  nothing: null,
  ...more,
});

describe('what a confirmation is worth to its answer', () => {
  it('weighs as much as the word behind it', () => {
    expect(confirmationWorth('STAR', line(), false)).toBe(1);
    expect(confirmationWorth('STAR', line({ value: 2_500_000 }), false)).toBe(0.25);
    expect(confirmationWorth('SOLVED', line({ points: 15, value: 15_000_000 }), false)).toBe(10);
    expect(confirmationWorth('DUPLICATE', line(), false)).toBe(0);
    expect(confirmationWorth('REVERSAL', line(), false)).toBe(0);
  });

  it('is nothing without a word that counts, unless it came along with a source', () => {
    const distrusted = line({ nothing: 'NO_TRUST', word: 0, value: 0, repeat: 0.5 });
    expect(confirmationWorth('SOLVED', distrusted, false)).toBe(0);
    expect(confirmationWorth('SOLVED', distrusted, true)).toBe(5);
  });

  it.each(['REVERSED', 'HELD', 'SAME_PERSON', 'OWN_TOPIC'] as const)('is nothing for what is %s', (nothing) => {
    expect(confirmationWorth('SOLVED', line({ nothing, value: 0 }), true)).toBe(0);
  });
});
