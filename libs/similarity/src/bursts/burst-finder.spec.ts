import { BurstFinder, DAY, type HeardTopic } from './burst-finder';
import { chanceOfAtLeast } from './poisson';

const NOW = 1_000 * DAY;
const MAIL = Float32Array.of(1, 0, 0, 0);
const PRINT = Float32Array.of(0, 1, 0, 0);

/** A topic that members came with so many days ago each. */
function topic(id: string, vector: Float32Array, ...daysAgo: number[]): HeardTopic {
  return { id, vector, voices: daysAgo.map((days, n) => ({ at: NOW - days * DAY, memberId: `${id}-${n}` })) };
}

/** What is usual: a question about each thing every other day. */
const USUAL = Array.from({ length: 28 }, (_, n) => topic(`usual${n}`, n % 2 ? MAIL : PRINT, n + 1.5));

describe('chanceOfAtLeast', () => {
  it.each([
    [0, 3, 1],
    [1, 2, 1 - Math.exp(-2)],
    [2, 2, 1 - 3 * Math.exp(-2)],
    [10, 1, 1.114e-7],
    [3, 20, 1],
  ])('of %d things where %d are usual is %d', (count, expected, chance) =>
    expect(chanceOfAtLeast(count, expected)).toBeCloseTo(chance, 6),
  );

  it('keeps what is small', () => {
    expect(chanceOfAtLeast(60, 1) / 4.5e-83).toBeCloseTo(1, 1);
  });
});

describe('BurstFinder', () => {
  it('finds nothing on a usual day', async () => {
    expect(await new BurstFinder([...USUAL, topic('a', MAIL, 0.1), topic('b', PRINT, 0.2)], NOW).find()).toEqual([]);
  });

  it('finds that many ask about one thing, and who stands in the middle', async () => {
    const like = Float32Array.of(0.8, 0, 0.6, 0);
    const new1 = topic('first', like, 0.5);
    const middle = topic('middle', Float32Array.of(0.95, 0, 0.3122, 0), 0.4, 0.3, 0.2);
    const more = ['c', 'd', 'e', 'f', 'g'].map((id) => topic(id, MAIL, 0.3));
    const bursts = await new BurstFinder([...USUAL, new1, middle, ...more], NOW).find();
    expect(bursts).toHaveLength(1);
    expect(bursts[0]?.topicIds.toSorted()).toEqual(['c', 'd', 'e', 'f', 'first', 'g', 'middle']);
    expect(bursts[0]).toMatchObject({ subjectId: 'middle', observed: 9, people: 9 });
    expect(bursts[0]?.expected).toBeLessThan(4);
  });

  it('finds that many say me too to an old topic', async () => {
    const old = topic('old', Float32Array.of(0, 0, 0, 1), 20, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7);
    const [burst] = await new BurstFinder([...USUAL, old], NOW).find();
    expect(burst).toMatchObject({ subjectId: 'old', topicIds: ['old'], observed: 7 });
  });

  it('takes no busy day for a burst, and no single person for many', async () => {
    const ways = Array.from({ length: 40 }, (_, n) => Float32Array.from({ length: 40 }, (_, d) => (d === n ? 1 : 0)));
    const usual = ways.flatMap((vector, n) => [topic(`u${n}`, vector, 5), topic(`v${n}`, vector, 15)]);
    const busy = ways.flatMap((vector, n) => [topic(`x${n}`, vector, 0.1), topic(`y${n}`, vector, 0.2)]);
    expect(await new BurstFinder([...usual, ...busy], NOW).find()).toEqual([]);
    const one = { ...topic('one', MAIL), voices: Array.from({ length: 9 }, () => ({ at: NOW - 1, memberId: 'ann' })) };
    expect(await new BurstFinder([...USUAL, one], NOW).find()).toEqual([]);
  });

  it('needs nothing learned for many who say me too', async () => {
    const none = new Float32Array();
    const many = topic('many', none, 9, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6);
    expect(await new BurstFinder([topic('other', none, 0.1), many], NOW).find()).toMatchObject([{ subjectId: 'many' }]);
    expect(await new BurstFinder([], NOW).find()).toEqual([]);
  });
});
