import type { Basis } from '../ranking/comparison.ts';

/** What speaks for one candidate, as numbers that mean the same from text to text. */
export interface Evidence {
  readonly basis: Basis;
  /** What its ranker orders by. */
  readonly score: number;
  /** Votes of the similar threads that point to something; the nearest has 1. */
  readonly votes: number;
  /** The share of all nearby threads, those of the last weeks before others, in which someone pointed to it, 0 to 1. */
  readonly lately: number;
  /** The same share, however old the threads are. */
  readonly ever: number;
  /** The share of all nearby threads, those of the last weeks before others, in which someone pointed to anything of its kind. */
  readonly anything: number;
  /** How like the nearest thread is that points to something, -1 to 1. */
  readonly nearest: number;
  /** How like the candidate itself is, -1 to 1. */
  readonly likeness: number;
  /** BM25 of what it says itself, by the root of the number of words looked for. */
  readonly text: number;
}
