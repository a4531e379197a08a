import type { HelpRow } from '../help-read';
import type { HelpHistory, PastConfirmation } from './help-history';
import { HelpfulnessEvaluation, type HelpStanding } from './helpfulness.evaluation';

const DAY = 24 * 60 * 60_000;
const PEOPLE = ['good', 'busy', 'other', 'fourth'];

/** `good` answers every third question and mostly solves it; `busy` answers all of them and seldom does. */
function history(questions: number): HelpHistory {
  const threads: HelpRow[] = [];
  const confirmations: PastConfirmation[] = [];
  for (let n = 0; n < questions; n++) {
    const at = n * DAY;
    const present = ['busy', n % 3 === 0 ? 'good' : 'other', 'fourth'];
    const answers = present.map((authorId, place) => ({
      id: `${n} ${authorId}`,
      authorId,
      at: at + place + 1,
      votes: [{ day: at, up: authorId === 'good' ? 2 : 1, down: 0 }],
    }));
    threads.push({ id: `${n}`, askerId: `asker ${n}`, at, productIds: ['p'], tagIds: [`t${n % 5}`], answers });
    const solver = n % 3 === 0 ? 'good' : present[n % 3]!;
    confirmations.push({ at: at + DAY / 2, kind: 'SOLVED', answerId: `${n} ${solver}`, stars: 10 });
  }
  return { threads, confirmations };
}

const standing = (standings: readonly HelpStanding[], ranker: string): HelpStanding =>
  standings.find((one) => one.ranker === ranker)!;
const first = ({ questions }: HelpStanding): number =>
  questions.reduce((sum, one) => sum + one.first, 0) / questions.length;

describe('the evaluation of helpfulness', () => {
  const past = history(300);

  it('sees who helps where who is busy does not', () => {
    const standings = new HelpfulnessEvaluation(past).run({ from: 100 * DAY, to: 300 * DAY });
    expect(standings.map(({ ranker }) => ranker)).toEqual([
      'random',
      'answer count',
      'vanity sum 10/15',
      'reputation per answer',
      'accept rate',
      'Wilson lower bound',
      'Elo',
      'thread-relative quality',
      'helpfulness, wherever',
      'helpfulness, likely',
      'helpfulness',
      'ceiling: helpfulness in hindsight',
    ]);
    const good = [...Array(200).keys()].filter((n) => (n + 100) % 3 === 0);
    const onGood = (ranker: string): number => {
      const { questions } = standing(standings, ranker);
      return good.reduce((sum, n) => sum + questions[n]!.first, 0) / good.length;
    };
    expect(onGood('helpfulness')).toBe(1);
    expect(onGood('answer count')).toBe(0);
    expect(first(standing(standings, 'random'))).toBeCloseTo(1 / 3, 9);
    expect(standing(standings, 'helpfulness').questions).toHaveLength(200);
    expect(standing(standings, 'helpfulness').nextYear?.people).toBe(PEOPLE.length);
  });

  it('knows nothing of what comes later', () => {
    const before = new HelpfulnessEvaluation(history(150)).run({ from: 100 * DAY, to: 150 * DAY });
    const all = new HelpfulnessEvaluation(past).run({ from: 100 * DAY, to: 150 * DAY });
    const judged = (standings: readonly HelpStanding[]): unknown[] =>
      standings.filter(({ ranker }) => !/hindsight/.test(ranker)).map(({ ranker, questions }) => [ranker, questions]);
    expect(judged(all)).toEqual(judged(before));
  });

  it('judges the last 15 % where no day is given', () => {
    const [random] = new HelpfulnessEvaluation(past).run({ from: null, to: Number.MAX_SAFE_INTEGER });
    expect(random?.questions).toHaveLength(45);
  });

  it('judges only questions that one of several people solved', () => {
    const alone = past.threads.map((thread) => ({ ...thread, answers: thread.answers.slice(0, 1) }));
    expect(new HelpfulnessEvaluation({ ...past, threads: alone }).run({ from: 0, to: 300 * DAY })).toEqual([]);
  });

  it('begins without anybody known', () => {
    const standings = new HelpfulnessEvaluation(past).run({ from: 0, to: 300 * DAY });
    expect(standing(standings, 'helpfulness').nextYear).toBeNull();
    expect(standing(standings, 'helpfulness').questions[0]?.first).toBeCloseTo(1 / 3, 9);
  });
});
