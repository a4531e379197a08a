import type { Nearby } from './nearby.ts';

/** What texts are compared by: shared words alone, what was learned, or that and a pretrained model. */
export type Basis = 'WORDS' | 'LEARNED' | 'PRETRAINED_TOO';

/** A text that something is looked for by, compared with every thread that is known: it holds until the next one is. */
export interface Comparison {
  /** The words that are not common to many threads. */
  readonly words: readonly string[];
  readonly vector: Float32Array;
  /** By a pretrained model, where there is one that answered in time. */
  readonly pretrained: Float32Array | undefined;
  readonly basis: Basis;
  /** By thread: how like it is, -1 to 1. */
  readonly likeness: Float32Array;
  /** By thread: how many rare words it shares (BM25); the most is 1. */
  readonly sharedWords: Float64Array;
  /** The threads that have a say in how usual it is to point to something. */
  readonly nearby: Nearby;
}

/** The same, to be looked at after the next text was compared. */
export function kept(comparison: Comparison): Comparison {
  const { likeness, sharedWords } = comparison;
  return { ...comparison, likeness: likeness.slice(), sharedWords: sharedWords.slice() };
}
