import { RankMetrics } from './rank-metrics';

function judged(...lists: [ranked: number[], right: number[]][]): RankMetrics {
  const metrics = new RankMetrics();
  for (const [ranked, right] of lists) metrics.add(ranked, new Set(right));
  return metrics;
}

describe('RankMetrics', () => {
  it('counts hits among the first and the first five', () => {
    const { n, hit1, hit5 } = judged(
      [[7, 1], [7]],
      [[1, 2, 3, 4, 7], [7]],
      [[1, 2, 3, 4, 5, 7], [7]],
      [[], [7]],
    ).figures();
    expect([n, hit1.mean, hit5.mean]).toEqual([4, 0.25, 0.5]);
  });

  it('discounts by place, against the best possible list', () => {
    const gain = (...places: number[]): number => places.reduce((sum, place) => sum + 1 / Math.log2(place + 1), 0);
    expect(
      judged([
        [1, 7, 8],
        [7, 8, 9],
      ]).figures().ndcg10.mean,
    ).toBeCloseTo(gain(2, 3) / gain(1, 2, 3), 12);
    expect(
      judged([
        [7, 8],
        [7, 8],
      ]).figures().ndcg10.mean,
    ).toBe(1);
    const many = Array.from({ length: 20 }, (_, i) => i);
    expect(judged([many, many]).figures().ndcg10.mean).toBe(1);
  });

  it('gives a range around the mean that is the same each time, and narrower for more lists', () => {
    const some = (n: number): RankMetrics =>
      judged(...Array.from({ length: n }, (_, i): [number[], number[]] => [[i % 3], [0]]));
    const { hit1 } = some(60).figures();
    expect(hit1.mean).toBeCloseTo(1 / 3, 12);
    expect(hit1.low).toBeLessThan(1 / 3);
    expect(hit1.high).toBeGreaterThan(1 / 3);
    expect(some(60).figures().hit1).toEqual(hit1);
    const more = some(600).figures().hit1;
    expect(more.high - more.low).toBeLessThan(hit1.high - hit1.low);
  });
});
