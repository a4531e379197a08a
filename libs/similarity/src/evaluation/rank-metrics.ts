import { SeededRandom } from '../learning/seeded-random.ts';

/** A mean with the range in which 95 % of resampled means lie. */
export interface Figure {
  readonly mean: number;
  readonly low: number;
  readonly high: number;
}

export interface RankFigures {
  /** How many lists were judged. */
  readonly n: number;
  /** Share of lists whose first is right. */
  readonly hit1: Figure;
  /** Share of lists with a right one among the first five. */
  readonly hit5: Figure;
  /** Discounted gain of the first ten, of the best possible. */
  readonly ndcg10: Figure;
}

const RESAMPLES = 1_000;

/** Judges ranked lists against what was right. */
export class RankMetrics {
  private readonly hit1: number[] = [];
  private readonly hit5: number[] = [];
  private readonly ndcg10: number[] = [];

  /** `ranked` is best first. */
  add(ranked: readonly number[], right: ReadonlySet<number>): void {
    const gains = ranked.slice(0, 10).map((one) => (right.has(one) ? 1 : 0));
    this.hit1.push(gains[0] ?? 0);
    this.hit5.push(gains.slice(0, 5).some(Boolean) ? 1 : 0);
    this.ndcg10.push(discounted(gains) / discounted(Array.from({ length: Math.min(10, right.size) }, () => 1)));
  }

  figures(seed = 1): RankFigures {
    const figure = (values: readonly number[]): Figure => meanOf(values, seed);
    return { n: this.hit1.length, hit1: figure(this.hit1), hit5: figure(this.hit5), ndcg10: figure(this.ndcg10) };
  }
}

function discounted(gains: readonly number[]): number {
  return gains.reduce((sum, gain, place) => sum + gain / Math.log2(place + 2), 0);
}

/** A mean and its range. The same seed resamples the same queries, so that two rankers' ranges can be laid side by side. */
export function meanOf(values: readonly number[], seed = 1): Figure {
  const random = new SeededRandom(seed);
  const count = Math.max(values.length, 1);
  const means = new Float64Array(RESAMPLES);
  for (let sample = 0; sample < RESAMPLES; sample++) {
    let sum = 0;
    for (let i = 0; i < values.length; i++) sum += values[random.below(values.length)]!;
    means[sample] = sum / count;
  }
  means.sort();
  return {
    mean: values.reduce((sum, value) => sum + value, 0) / count,
    low: means[Math.floor(RESAMPLES * 0.025)]!,
    high: means[Math.ceil(RESAMPLES * 0.975) - 1]!,
  };
}
