import type { Resolution, TopicKind, TopicStatus, TopicVisibility } from '@app/community';

/** What can be found. Each kind is a space of its own. */
export const SEARCH_KINDS = ['TOPIC', 'ARTICLE', 'MEMBER', 'TAG', 'PRODUCT'] as const;

/** See {@link SEARCH_KINDS}. */
export type SearchKind = (typeof SEARCH_KINDS)[number];

/** Names a thing that can be found. */
export interface DocumentRef {
  readonly kind: SearchKind;
  readonly id: string;
}

/** How much a reply says about its topic: official before solving before the others. */
export const REPLY_RANKS = ['OFFICIAL', 'SOLVED', 'ANSWER', 'COMMENT'] as const;

/** See {@link REPLY_RANKS}. */
export type ReplyRank = (typeof REPLY_RANKS)[number];

/** A visible answer or comment, as plain text. */
export interface ReplyText {
  readonly rank: ReplyRank;
  readonly byAsker: boolean;
  readonly at: Date;
  readonly text: string;
}

/** A topic that may be found: visible, neither archived nor merged away; with its visible answers and comments, oldest first. */
export interface TopicDocument {
  readonly kind: 'TOPIC';
  readonly id: string;
  readonly locale: string;
  readonly title: string;
  /** Plain text. */
  readonly body: string;
  readonly replies: readonly ReplyText[];
  readonly topicKind: TopicKind;
  readonly status: TopicStatus;
  readonly resolution: Resolution;
  readonly visibility: TopicVisibility;
  readonly authorId: string;
  readonly productIds: readonly string[];
  readonly tagIds: readonly string[];
  readonly meTooCount: number;
  readonly createdAt: Date;
  readonly lastActivityAt: Date;
  /** Tells the states of the thing apart; a 64-bit number as text. Left out by who makes documents of nothing. */
  readonly stamp?: string;
}

/** A published knowledge article. */
export interface ArticleDocument {
  readonly kind: 'ARTICLE';
  readonly id: string;
  readonly locale: string;
  readonly title: string;
  readonly summary: string;
  /** Plain text. */
  readonly body: string;
  readonly productIds: readonly string[];
  readonly createdAt: Date;
  /** Tells the states of the thing apart; a 64-bit number as text. Left out by who makes documents of nothing. */
  readonly stamp?: string;
}

/** A member, tag or product: found by how one of its names begins, or by a name much like it. */
export interface NameDocument {
  readonly kind: 'MEMBER' | 'TAG' | 'PRODUCT';
  readonly id: string;
  /** A member's display name and handle; a tag's name and its synonyms; a product's name and slug. */
  readonly names: readonly string[];
  /** Orders equally good matches, highest first: how many topics it has, how many posts a member has. */
  readonly weight: number;
  /** Tells the states of the thing apart; a 64-bit number as text. Left out by who makes documents of nothing. */
  readonly stamp?: string;
}

/** What an engine keeps of a thing that can be found. */
export type SearchDocument = TopicDocument | ArticleDocument | NameDocument;
