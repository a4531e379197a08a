import type { WholeThread } from '../ranking/thread-memory.ts';

/** A topic as it is kept in memory to be compared with others. */
export interface RememberedTopic extends WholeThread {
  readonly id: string;
  readonly solved: boolean;
  /** Whether one may still answer there. */
  readonly open: boolean;
}

/** An article as it is kept in memory. */
export interface RememberedArticle {
  readonly id: string;
  /** The title, and the summary where there is one. */
  readonly title: string;
  readonly text: string;
}

/** Someone pointed from a topic to another one, or to an article. */
export interface RememberedLink {
  /** Names the link for good, so that it can be taken away again. */
  readonly key: string;
  readonly from: string;
  readonly kind: 'TOPIC' | 'ARTICLE';
  readonly to: string;
  /** In milliseconds since 1970. */
  readonly at: number;
  /** Whether it says that both topics are the same. */
  readonly duplicate: boolean;
}

/** What has changed in a community since it was last told. */
export interface MemoryChanges {
  readonly topics?: readonly RememberedTopic[];
  readonly articles?: readonly RememberedArticle[];
  /** Topics and articles that may be found no longer. */
  readonly removed?: readonly string[];
  readonly links?: readonly RememberedLink[];
  /** Keys of links that are no more. */
  readonly unlinked?: readonly string[];
  /** What a pretrained model says of topics and articles that are known: vectors of length 1. */
  readonly vectors?: readonly { readonly id: string; readonly vector: Float32Array }[];
  /** How many people said of topics and articles that they answered them. */
  readonly answered?: readonly { readonly id: string; readonly count: number }[];
}
