/** What one member's word weighs during an epoch, and from whom they have it. */
export interface Word {
  /** 0 (does not count) to 1. */
  readonly weight: number;
  /** Shares of the trust that flowed to them, by member it came from; they make 1 together, or there are none. */
  readonly sources: ReadonlyMap<string, number>;
}

/**
 * Whose word counts how much, frozen from when it was computed until the next epoch begins, so that lines of the ledger
 * keep their values in between.
 */
export interface Epoch {
  readonly number: number;
  readonly ruleVersion: number;
  /** Members whose word counts; all others weigh nothing. */
  readonly words: ReadonlyMap<string, Word>;
}
