import type { WordList } from './word-list';

/**
 * Whose word counts, frozen from when it was computed until the next epoch begins, so that lines of the ledger keep their
 * values in between.
 */
export interface Epoch {
  /** 0 where there was none yet. */
  readonly number: number;
  readonly ruleVersion: number;
  /** Members whose word counts; all others weigh nothing. */
  readonly words: WordList;
}
