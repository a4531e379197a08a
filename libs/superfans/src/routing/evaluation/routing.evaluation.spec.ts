import { ownWords, WordVectors, type History } from '@app/similarity';
import type { RoutingPast } from '../learning/routing-past';
import { RoutingEvaluation, type RoutingPeriod, type RoutingStandings } from './routing.evaluation';

const HOUR = 3_600_000;
const SUBJECTS = ['printer', 'calendar', 'password', 'folder', 'font'];
const COUNT = 900;

/** A question every three hours; each subject is answered by one person, all others at random by two of many. */
function community(): { history: History; past: RoutingPast } {
  const threads = Array.from({ length: COUNT }, (_, n) => {
    const subject = SUBJECTS[n % SUBJECTS.length]!;
    const at = n * 3 * HOUR;
    const title = `${subject} broken ${subject}`;
    return { id: `t${n}`, at, author: `asker${n}`, title, body: title, replies: [{ at: at + HOUR, text: title }] };
  });
  return {
    history: { threads, articles: [], articleLinks: [], threadLinks: [] },
    past: {
      questions: threads.map(({ id, at, author }) => ({
        topicId: id,
        askerId: author,
        at,
        productIds: [],
        tagIds: [],
        words: 3,
      })),
      replies: threads.map(({ id, at }, n) => ({
        topicId: id,
        memberId: n % 7 === 0 ? `other${n % 3}` : `expert of ${SUBJECTS[n % SUBJECTS.length]}`,
        at: at + HOUR,
      })),
    },
  };
}

const { history, past } = community();
const period: RoutingPeriod = {
  from: 700 * 3 * HOUR,
  to: COUNT * 3 * HOUR,
  vectors: new WordVectors([], new Float32Array()),
  wordsOf: ownWords,
  seed: 1,
};

describe('the evaluation of routing', () => {
  let standings: RoutingStandings;
  beforeAll(async () => {
    standings = await new RoutingEvaluation(history, past, period).run();
  });

  it('judges each question of the period once', () => {
    expect(standings).toMatchObject({ questions: 200, answered: 200 });
    expect(standings.ceiling).toBeGreaterThan(0.95);
    expect(standings.rankings.filter(({ part }) => part === 'all').map(({ questions }) => questions)).toEqual(
      Array.from({ length: 6 }, () => 200),
    );
  });

  it('finds who answers a subject, which activity alone does not', () => {
    const first = (ranker: string): number =>
      standings.rankings.find((one) => one.ranker === ranker && one.part === 'all')!.first.mean;
    expect(first('the router')).toBeGreaterThan(0.75);
    expect(first('answers decayed over 60 days')).toBeLessThan(0.4);
  });

  it('spends fewer asks than first come first served for as many hits', () => {
    const of = (policy: string): RoutingStandings['caps'][number] =>
      standings.caps.find((one) => one.policy === policy)!;
    expect(of('the policy').hit.mean).toBeGreaterThan(0.7);
    expect(of('the policy').yield.mean).toBeGreaterThan(of('answers decayed over 60 days, 5 a question').yield.mean);
  });

  it('knows nothing of what comes later', async () => {
    const cut = 800 * 3 * HOUR;
    const early = {
      questions: past.questions.filter(({ at }) => at < cut),
      replies: past.replies.filter(({ at }) => at < cut + 2 * HOUR),
    };
    const shorter = { ...period, to: cut };
    const one = await new RoutingEvaluation(history, past, shorter).run();
    const other = await new RoutingEvaluation(history, early, shorter).run();
    expect(other).toEqual(one);
  });

  it('stops when it is told to', async () => {
    const stopped = new RoutingEvaluation(history, past, { ...period, signal: AbortSignal.abort() });
    await expect(stopped.run()).rejects.toThrow('aborted');
  });
});
