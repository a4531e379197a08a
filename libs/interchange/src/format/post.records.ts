import type {
  ArticleState,
  Face,
  FlagReason,
  ModerationCause,
  ModerationDecision,
  TopicKind,
  TopicLinkKind,
  TopicStatus,
  TopicVisibility,
} from '@app/community';
import type { Role } from '@app/kernel';
import type { Instant, On, PostParts, Ref, Text } from './record-parts';

/** A topic. */
export interface TopicRecord extends Omit<PostParts, 'movedFrom' | 'forkedInto'> {
  readonly kind: 'topic';
  readonly topicKind: TopicKind;
  readonly status?: TopicStatus;
  readonly title: string;
  readonly code?: string;
  readonly slug?: string;
  readonly products?: readonly Ref[];
  /** Names of tags. */
  readonly tags?: readonly string[];
  readonly sentiment?: { readonly face: Face; readonly feeling?: string | null } | null;
  readonly locale?: string;
  readonly productVersion?: string | null;
  readonly visibility?: TopicVisibility;
  readonly closedAt?: Instant | null;
  readonly closedReason?: string | null;
  readonly archivedAt?: Instant | null;
  readonly archivedNote?: string | null;
  /** Me toos of people whom the source does not name, without the author. */
  readonly meTooBase?: number;
  readonly viewCount?: number;
  readonly lastActivityAt?: Instant;
  readonly resolvedAt?: Instant | null;
  readonly mergedInto?: Ref | null;
}

/** An answer. */
export interface AnswerRecord extends PostParts {
  readonly kind: 'answer';
  readonly topic: Ref;
  /** What a reply by the topic's own author is: a follow-up where nothing is said; a marked one always is. */
  readonly byAsker?: 'FOLLOW_UP' | 'COMMENT';
}

/** A comment on a topic or an answer. */
export interface CommentRecord extends PostParts {
  readonly kind: 'comment';
  readonly on: On;
}

/** An answer was marked. Who did it may be missing: the asker then (SOLVED), its author or the former member (OFFICIAL). */
export type MarkRecord = {
  readonly kind: 'mark';
  readonly answer: Ref;
  readonly by?: Ref | null;
  readonly createdAt: Instant;
} & (
  | { readonly mark: 'SOLVED' }
  | { readonly mark: 'STAR'; readonly trusted?: boolean }
  | {
      readonly mark: 'OFFICIAL';
      readonly externalId?: string;
      readonly owner?: Ref | null;
      readonly reviewAt?: Instant | null;
      readonly endedAt?: Instant | null;
      readonly endedBy?: Ref | null;
      readonly suspended?: boolean;
    }
);

/** Votes of which only the number is known, of one day or (without `day`) in all. */
export interface VoteRecord {
  readonly kind: 'vote';
  readonly on: On;
  /** `2024-07-01`. */
  readonly day?: string;
  readonly up?: number;
  readonly down?: number;
}

/** A member has the same question; the author has it too, and needs no record. */
export interface MeTooRecord {
  readonly kind: 'meToo';
  readonly topic: Ref;
  readonly member: Ref;
  readonly movedFrom?: Ref | null;
  readonly createdAt: Instant;
}

/** A topic was linked to another. */
export interface LinkRecord {
  readonly kind: 'link';
  readonly topic: Ref;
  readonly linked: Ref;
  readonly link: TopicLinkKind;
  readonly by?: Ref | null;
  /** When the asker or staff said that it is right, or wrong: a link that is wrong is shown to nobody. */
  readonly confirmedAt?: Instant | null;
  readonly confirmedBy?: Ref | null;
  readonly rejectedAt?: Instant | null;
  readonly rejectedBy?: Ref | null;
  readonly createdAt: Instant;
}

/** A topic was merged into another; records of what moved say it themselves. */
export interface MergeRecord {
  readonly kind: 'merge';
  readonly externalId: string;
  readonly source: Ref;
  readonly target: Ref;
  readonly by?: Ref | null;
  readonly meTooBase?: number;
  readonly sourceResolvedAt?: Instant | null;
  readonly undoneAt?: Instant | null;
  readonly createdAt: Instant;
}

/** What a post said before or after an edit. */
export interface RevisionRecord {
  readonly kind: 'revision';
  readonly externalId: string;
  readonly on: On;
  readonly version: number;
  readonly editor: Ref | null;
  readonly editorRole?: Role;
  readonly title?: string | null;
  readonly body: Text;
  readonly createdAt: Instant;
}

/** A member has flagged a post. */
export interface FlagRecord {
  readonly kind: 'flag';
  readonly externalId: string;
  readonly on: On;
  readonly member: Ref;
  readonly reason: FlagReason;
  readonly note?: string;
  readonly trusted?: boolean;
  readonly settledAt?: Instant | null;
  readonly createdAt: Instant;
}

/** A post that moderation looks at, or has looked at. */
export interface ModerationRecord {
  readonly kind: 'moderation';
  readonly externalId: string;
  readonly on: On;
  readonly cause: ModerationCause;
  readonly decision?: ModerationDecision | null;
  readonly reason?: string | null;
  readonly decidedBy?: Ref | null;
  readonly decidedAt?: Instant | null;
  readonly createdAt: Instant;
}

/** A knowledge article. */
export interface ArticleRecord {
  readonly kind: 'article';
  readonly externalId: string;
  readonly title: string;
  readonly slug?: string;
  readonly summary?: string;
  readonly body: Text;
  readonly locale?: string;
  readonly products?: readonly Ref[];
  readonly author?: Ref | null;
  readonly state?: ArticleState;
  readonly reviewAt?: Instant | null;
  readonly editedAt?: Instant | null;
  readonly version?: number;
  /** The moment of the import where the source does not tell. */
  readonly createdAt?: Instant;
}
