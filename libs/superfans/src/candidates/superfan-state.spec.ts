import { DAY, type HelperRecord, type PastReply } from './past-help';
import { rhythmOf, stateOf } from './superfan-state';

const AS_OF = 400 * DAY;

const helper = (...days: number[]): HelperRecord => ({
  memberId: 'eve',
  presence: [],
  unknownPerKnown: Number.POSITIVE_INFINITY,
  unknownGranted: 0,
  replies: days.map((day): PastReply => ({
    ...{ id: `${day}`, topicId: `${day}`, askerId: 'ann', askedAt: 0, others: 0, thanks: [] },
    ...{ at: day * DAY, askerKnown: true },
    words: { addressing: 0, sharesProblem: false, thanks: false },
  })),
});
const every = (step: number, from: number, to: number): number[] =>
  Array.from({ length: Math.floor((to - from) / step) }, (_, i) => from + i * step);
const state = (...days: number[]): string => stateOf(rhythmOf(helper(...days), AS_OF));

describe('where help is going', () => {
  it('is steady, rising or fading beside what is usual', () => {
    expect(state(...every(3, 200, 400))).toBe('STEADY');
    expect(state(...every(6, 200, 370), ...every(2, 370, 400))).toBe('RISING');
    expect(state(...every(3, 200, 370), ...every(10, 370, 400))).toBe('FADING');
    expect(rhythmOf(helper(...every(3, 220, 400)), AS_OF)).toEqual({
      ...{ silence: 3, usualPause: 3, recent: 10 },
      usual: 10,
    });
  });

  it('is at risk after three usual pauses, and not within two weeks', () => {
    expect(state(...every(1, 300, 387))).not.toBe('AT_RISK');
    expect(state(...every(1, 300, 386))).toBe('AT_RISK');
    expect(state(...every(10, 300, 380))).not.toBe('AT_RISK');
    expect(state(...every(10, 300, 370))).toBe('AT_RISK');
  });

  it('is rising where there is nothing yet to compare with, unless they went again', () => {
    expect(state(390, 391, 398)).toBe('RISING');
    expect(state(376, 377)).toBe('AT_RISK');
    expect(rhythmOf(helper(376, 377), AS_OF)).toEqual({ silence: 23, usualPause: null, recent: 2, usual: null });
  });

  it('knows nothing of what comes afterwards', () => {
    expect(rhythmOf(helper(390, 401, 405), AS_OF)).toMatchObject({ silence: 10, recent: 1 });
  });
});
