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
  /** Whether an import brought it: its source stands for whoever asked. */
  readonly imported?: boolean;
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
  /** Whether somebody whom the company can vouch for, other than this helper, has dealt with whoever asked. */
  readonly askerKnown: boolean;
  readonly at: number;
  /** Other members who had answered before. */
  readonly others: number;
  readonly words: ReplyWords;
  readonly thanks: readonly Thanks[];
}

/** Somebody posted anything at all. */
export interface Presence {
  readonly at: number;
  readonly topicId: string;
}

/** What is known of one helper. */
export interface HelperRecord {
  readonly memberId: string;
  /** Oldest first. */
  readonly replies: readonly PastReply[];
  /** Oldest first. */
  readonly presence: readonly Presence[];
  /** So many askers whom nobody else knows are heard for each one who is known; see `heard-replies.ts`. */
  readonly unknownPerKnown: number;
  /** So many unknown askers are heard whatever the others are: a lead has looked at them. */
  readonly unknownGranted: number;
}

/** Which of a helper's askers are heard. */
export type Hearing = Pick<HelperRecord, 'unknownPerKnown' | 'unknownGranted'>;

/** A day in milliseconds. */
export const DAY = 86_400_000;

/** The day in UTC, as a number. */
export function dayOf(at: number): number {
  return Math.floor(at / DAY);
}
