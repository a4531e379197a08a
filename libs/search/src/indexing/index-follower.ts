import type { Tx } from '@app/database';

/** Wants to know when there is something new in the {@link SearchFeed}: adds a job that reads it. */
export interface IndexFollower {
  /** Called in the transaction of each batch that is indexed; what it adds is kept with it, or not at all. */
  indexed(tx: Tx, communityId: string): Promise<void>;
}

/** The token of the list of all {@link IndexFollower}s. */
export const INDEX_FOLLOWERS = Symbol('INDEX_FOLLOWERS');
