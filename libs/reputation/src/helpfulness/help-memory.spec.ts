import { HelpMemory } from './help-memory';
import { helpfulnessIn } from './helpfulness';

const DAY = 24 * 60 * 60_000;
const NOW = 10_000 * DAY;
const ANYWHERE = { productIds: [], tagIds: [] };

/** A thread that `people` answered just now, each with so many stars. */
function thread(memory: HelpMemory, id: string, people: Readonly<Record<string, number>>, more: object = {}): void {
  memory.ask({ id, askerId: 'asker', productIds: ['mail'], tagIds: ['imap'], ...more });
  for (const [authorId, stars] of Object.entries(people)) {
    memory.answer({ id: `${id} ${authorId}`, threadId: id, authorId, at: NOW });
    memory.confirm(`${id} ${authorId}`, stars);
  }
}

describe('what is remembered of help', () => {
  it('compares with those who answered beside, so that a popular question makes nobody better', () => {
    const memory = new HelpMemory();
    thread(memory, 'popular', { ann: 100, ben: 100 });
    thread(memory, 'quiet', { cid: 2, dan: 0 });
    const likely = (id: string): number => {
      const { received, expected } = memory.sumsOf(id, NOW).community;
      return received / expected;
    };
    expect(likely('cid')).toBeGreaterThan(0);
    expect(memory.sumsOf('dan', NOW).community.received).toBe(0);
    expect(likely('ann')).toBe(likely('ben'));
    const { received, expected } = memory.sumsOf('ann', NOW).community;
    // 100 beside them, and the average of all four as one more.
    expect({ received, expected }).toEqual({ received: 100, expected: (100 + 202 / 4) / 2 });
  });

  it('gives nothing for answering often, for answering twice, or for answering oneself', () => {
    const memory = new HelpMemory();
    thread(memory, 'one', { ann: 1, ben: 1 });
    memory.answer({ id: 'again', threadId: 'one', authorId: 'ann', at: NOW });
    memory.answer({ id: 'own', threadId: 'one', authorId: 'asker', at: NOW });
    memory.confirm('own', 50);
    memory.confirm('nowhere', 50);
    expect(memory.sumsOf('ann', NOW)).toEqual(memory.sumsOf('ben', NOW));
    expect(memory.sumsOf('asker', NOW).community.threads).toBe(0);
    expect([...memory.members()]).toEqual(['ann', 'ben']);
    for (let n = 0; n < 20; n++) thread(memory, `silent ${n}`, { ann: 0, cid: 1 });
    expect(helpfulnessIn(ANYWHERE, memory.sumsOf('ann', NOW)).likely).toBeLessThan(
      helpfulnessIn(ANYWHERE, memory.sumsOf('ben', NOW)).likely,
    );
  });

  it('is the same in whatever order marks come and go', () => {
    const marks: [string, number][] = [
      ['one ann', 3],
      ['one ben', -4],
      ['one ann', -1],
      ['two cid', 2],
      ['one ben', 5],
      ['two ann', -2],
    ];
    const sums = [marks, marks.toReversed(), marks.toSorted(([a], [b]) => a.localeCompare(b))].map((order) => {
      const memory = new HelpMemory();
      thread(memory, 'one', { ann: 0, ben: 0 });
      thread(memory, 'two', { ann: 0, cid: 0 });
      for (const [answer, stars] of order) memory.confirm(answer, stars);
      return ['ann', 'ben', 'cid'].map((id) => memory.sumsOf(id, NOW));
    });
    expect(sums[1]).toEqual(sums[0]);
    expect(sums[2]).toEqual(sums[0]);
    expect(sums[0]?.map(({ community }) => community.received)).toEqual([2, 1, 2]);
  });

  it('fades: what helped a year ago weighs 1/e', () => {
    const memory = new HelpMemory();
    thread(memory, 'one', { ann: 4, ben: 1 });
    const now = memory.sumsOf('ann', NOW).community;
    const later = memory.sumsOf('ann', NOW + 365 * DAY).community;
    expect(later.received).toBeCloseTo(now.received / Math.E, 9);
    expect(later.expected).toBeCloseTo(now.expected / Math.E, 9);
    expect(later.threads).toBe(1);
  });

  it('keeps places apart, and gives only those that are asked for', () => {
    const memory = new HelpMemory();
    thread(memory, 'one', { ann: 4, ben: 1 });
    thread(memory, 'two', { ann: 1, ben: 2 }, { productIds: ['calendar'], tagIds: ['caldav', 'imap'] });
    const all = memory.sumsOf('ann', NOW);
    expect([...all.products].map(([id, { received }]) => [id, received])).toEqual([
      ['mail', 4],
      ['calendar', 1],
    ]);
    expect([...all.tags].map(([id, { received, threads }]) => [id, received, threads])).toEqual([
      ['imap', 5, 2],
      ['caldav', 1, 1],
    ]);
    const some = memory.sumsOf('ann', NOW, { productIds: ['calendar'], tagIds: [] });
    expect([[...some.products.keys()], [...some.tags.keys()]]).toEqual([['calendar'], []]);
    expect(some.community).toEqual(all.community);
  });
});
