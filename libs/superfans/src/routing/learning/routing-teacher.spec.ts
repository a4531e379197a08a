import { FIXED_MODEL } from '../routing-model';
import { learnModel } from './learn-model';
import type { RoutingPast } from './routing-past';
import { teach } from './routing-teacher';

const HOUR = 3_600_000;
const COUNT = 1_600;

/** Two people, each of whom answers one of two subjects, an hour after it was asked. */
function past(): RoutingPast {
  const questions = Array.from({ length: COUNT }, (_, n) => ({
    topicId: `t${n}`,
    askerId: `asker${n}`,
    at: n * HOUR * 2,
    productIds: [],
    tagIds: [],
    words: 3,
  }));
  return {
    questions,
    replies: questions.map(({ topicId, at }, n) => ({ topicId, memberId: n % 2 ? 'odd' : 'even', at: at + HOUR })),
  };
}

const like = {
  likeAt: ({ topicId }: { topicId: string }) => {
    const number = Number(topicId.slice(1));
    return Array.from({ length: 20 }, (_, n) => number - 2 * (n + 1))
      .filter((earlier) => earlier >= 0)
      .map((earlier) => ({ topicId: `t${earlier}`, likeness: 0.8 }));
  },
};

describe('teaching the router', () => {
  it('learns that who answered threads like it answers, in a thread as in this one', async () => {
    const done: number[] = [];
    const until = COUNT * 2 * HOUR;
    const model = await teach(past(), like, { until, onProgress: (share) => done.push(share) });
    expect(model).not.toBe(FIXED_MODEL);
    expect(model.match.weights[0]).toBeGreaterThan(0);
    expect(model.chance.weights[0]).toBeGreaterThan(0);
    expect(done.at(-1)).toBeGreaterThan(0.99);
    expect(await teach(past(), like, { until })).toEqual(model);
  });

  it('keeps to what is known beforehand where there are few answers', async () => {
    expect(await teach(past(), like, { until: 200 * HOUR })).toBe(FIXED_MODEL);
    expect(await teach({ questions: [], replies: [] }, like, { until: 0 })).toBe(FIXED_MODEL);
  });

  it('looks at nothing later', async () => {
    const until = 1_200 * 2 * HOUR;
    const { questions, replies } = past();
    const early = {
      questions: questions.filter(({ at }) => at < until),
      replies: replies.filter(({ at }) => at < until),
    };
    expect(await teach(past(), like, { until })).toEqual(await teach(early, like, { until }));
  });

  it('stops when it is told to', async () => {
    await expect(teach(past(), like, { until: Infinity, signal: AbortSignal.abort() })).rejects.toThrow('aborted');
  });

  it('learns nothing from nothing', () => {
    const none = (width: number) => ({ width, values: [], happened: [], counts: [] });
    const model = learnModel({ match: none(6), chances: none(11), presence: none(3), here: none(11) });
    expect(model.match.weights).toEqual([0, 0, 0, 0, 0, 0]);
  });
});
