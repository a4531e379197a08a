import type { Tx } from '@app/database';

/** Wants to know what is posted here, as it is posted: not what is imported, nor what was posted before. Adds jobs. */
export interface PostingFollower {
  /** A topic may have become one that others can answer: it was asked, approved, made public, or is of another kind now. */
  opened(tx: Tx, communityId: string, topicId: string): Promise<void>;
  /** Somebody has replied to a topic, by an answer or a comment. */
  replied(tx: Tx, communityId: string, topicId: string): Promise<void>;
}

/** The token of the list of all {@link PostingFollower}s. Each is called in the transaction of the change. */
export const POSTING_FOLLOWERS = Symbol('POSTING_FOLLOWERS');
