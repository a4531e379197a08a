import { DAY, type HelperRecord } from '../candidates/past-help';
import { StatesEvaluation } from './states.evaluation';

const helper = (memberId: string, days: readonly number[]): [string, HelperRecord] => [
  memberId,
  {
    memberId,
    presence: days.map((day) => ({ at: day * DAY, topicId: `${memberId} ${day}` })),
    unknownPerKnown: Number.POSITIVE_INFINITY,
    unknownGranted: 0,
    replies: days.map((day) => ({
      ...{ id: `${memberId} ${day}`, topicId: `${memberId} ${day}`, askerId: `asker ${day}`, askedAt: day * DAY },
      ...{
        at: day * DAY,
        others: 0,
        askerKnown: true,
        thanks: [],
        words: { addressing: 1, sharesProblem: false, thanks: false },
      },
    })),
  },
];
const days = (from: number, to: number, step: number): number[] =>
  Array.from({ length: Math.ceil((to - from) / step) }, (_, i) => from + i * step);

describe('what became of those who were listed', () => {
  it('is told by state, of each month', () => {
    const records = new Map([helper('eve', days(0, 500, 2)), helper('fay', days(0, 380, 2))]);
    const standings = new StatesEvaluation(records).run({ from: 300 * DAY, to: 440 * DAY });
    // Looked at on days 300, 330, 360, 390 and 420. Fay answers last on day 378, which nobody can know on day 390.
    expect(standings).toEqual([
      { stage: 'ESTABLISHED', state: 'AT_RISK', n: 1, before: 0, after: 0, gone: 1 },
      {
        ...{ stage: 'ESTABLISHED', state: 'STEADY', n: 9, gone: 1 / 9 },
        before: (8 * 15 + 10) / 9,
        after: (5 * 15 + 15 + 15 + 10) / 9,
      },
    ]);
  });
});
