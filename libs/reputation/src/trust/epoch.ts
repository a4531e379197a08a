/** What one member's word weighs during an epoch, and from whom they have it. */
export interface Word {
  /** 0 (does not count) to 1, in whole millionths. */
  readonly weight: number;
  /**
   * Shares of the trust that flowed to them, by member it came from, in whole millionths. What is missing to 1 came
   * straight from those from whom all trust comes: that these confirm many is no ring.
   */
  readonly sources: ReadonlyMap<string, number>;
}

/**
 * Whose word counts how much, frozen from when it was computed until the next epoch begins, so that lines of the ledger
 * keep their values in between.
 */
export interface Epoch {
  /** 0 where there was none yet. */
  readonly number: number;
  readonly ruleVersion: number;
  /** Members whose word counts; all others weigh nothing. */
  readonly words: ReadonlyMap<string, Word>;
}
