import type { ReplyWords } from './reply-words';

/** A post in a thread, without its text. */
export interface PastPost {
  readonly id: string;
  readonly authorId: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  /** Whether it helps somebody else: an answer that is not the asker's own. */
  readonly answer: boolean;
  readonly words: ReplyWords;
}

/** A thread as far as it tells who helped. */
export interface PastThread {
  readonly id: string;
  readonly askerId: string;
  readonly askedAt: number;
  /** Oldest first, visible ones only. */
  readonly posts: readonly PastPost[];
}

/** Somebody says that an answer helped, at a moment that is known. */
export interface Thanks {
  readonly byId: string;
  readonly at: number;
}

/** A confirmation that counts, and the answer it is about. */
export interface CountedThanks extends Thanks {
  readonly postId: string;
}

/** An answer as far as it tells of the one who gave it. */
export interface PastReply {
  readonly id: string;
  readonly topicId: string;
  readonly askerId: string;
  readonly askedAt: number;
  readonly at: number;
  /** Other members who had answered before. */
  readonly others: number;
  readonly words: ReplyWords;
  readonly thanks: readonly Thanks[];
}

/** What is known of one helper. */
export interface HelperRecord {
  readonly memberId: string;
  /** Oldest first. */
  readonly replies: readonly PastReply[];
  /** When they posted anything at all, in order. */
  readonly presence: readonly number[];
}

/** A day in milliseconds. */
export const DAY = 86_400_000;

/** The day in UTC, as a number. */
export function dayOf(at: number): number {
  return Math.floor(at / DAY);
}
