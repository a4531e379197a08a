import type { Role } from '@app/kernel';
import type { PostState } from '@app/community';

/** A moment in ISO 8601, UTC: `2024-07-01T09:30:00.000Z`. */
export type Instant = string;

/** The external id of another record. */
export type Ref = string;

/** A text and how it is written; Markdown where nothing is said. HTML becomes Markdown when it is imported. */
export interface Text {
  readonly text: string;
  readonly format?: 'MARKDOWN' | 'HTML';
}

/** What every post says. */
export interface PostParts {
  readonly externalId: string;
  /** A member; null where the source has forgotten who, and the post is the former member's. */
  readonly author: Ref | null;
  /** The author's role when posting; the one they have now where the source does not tell. */
  readonly authorRole?: Role;
  readonly body: Text;
  readonly createdAt: Instant;
  readonly editedAt?: Instant | null;
  /** VISIBLE where nothing is said. */
  readonly state?: PostState;
  readonly stateReason?: string | null;
  readonly version?: number;
  /** The topic that it was posted on, while a merge keeps it with another. */
  readonly movedFrom?: Ref | null;
  /** The topic of its own that staff made of it. */
  readonly forkedInto?: Ref | null;
}

/**
 * What a record is about. `post` is for sources whose topics and answers share their ids: the topic or the answer of
 * that id; of a comment's id, the answer or topic that the comment is on.
 */
export type On =
  { readonly topic: Ref } | { readonly answer: Ref } | { readonly comment: Ref } | { readonly post: Ref };
