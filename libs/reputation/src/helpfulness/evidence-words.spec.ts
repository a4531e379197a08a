import { evidenceInWords } from './evidence-words';
import type { HelpEvidence } from './help-evidence.loader';

const NOW = new Date('2026-06-15T12:00:00Z');
const DAY = 24 * 60 * 60_000;

const evidence = (questions: number, people: number, days: number): HelpEvidence => ({
  communityId: 'c',
  memberId: 'm',
  productId: null,
  tagId: 't',
  about: 'calendars',
  questions,
  people,
  lastAt: new Date(NOW.getTime() - days * DAY),
});

describe('evidence in words', () => {
  it.each([
    [evidence(12, 11, 3), 'Solved 12 questions about calendars for 11 people, the last one 3 days ago'],
    [evidence(2, 1, 1), 'Solved 2 questions about calendars for 1 person, the last one 1 day ago'],
    [evidence(1, 1, 0.5), 'Solved 1 question about calendars for 1 person, today'],
    [evidence(1_200, 900, 65), 'Solved 1,200 questions about calendars for 900 people, the last one 2 months ago'],
    [evidence(1, 1, 800), 'Solved 1 question about calendars for 1 person, 2 years ago'],
  ])('reads as a sentence: %#', (one, words) => {
    expect(evidenceInWords(one, NOW)).toBe(words);
  });

  it('says today of what another clock dates a little ahead', () => {
    expect(evidenceInWords(evidence(1, 1, -1), NOW)).toBe('Solved 1 question about calendars for 1 person, today');
  });
});
