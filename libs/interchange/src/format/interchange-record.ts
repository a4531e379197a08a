import type { Role } from '@app/kernel';
import type { ArticleRevisionRecord, ArticleVoteRecord } from './article.records';
import type { CommunityRecord, FollowRecord, MemberRecord, ProductRecord, TagRecord } from './people.records';
import type {
  AnswerRecord,
  ArticleRecord,
  CommentRecord,
  FlagRecord,
  LinkRecord,
  MarkRecord,
  MergeRecord,
  MeTooRecord,
  ModerationRecord,
  RevisionRecord,
  TopicRecord,
  VoteRecord,
} from './post.records';
import type { Instant, Ref } from './record-parts';
import type { ReputationRecord } from './reputation.records';

/** Something had an address in the system it comes from: the path with its query, without the host. */
export interface RedirectRecord {
  readonly kind: 'redirect';
  readonly path: string;
  readonly to:
    | { readonly topic: Ref }
    | { readonly answer: Ref }
    | { readonly comment: Ref }
    | { readonly member: Ref }
    | { readonly product: Ref }
    | { readonly article: Ref };
}

/** What happened, as the event log keeps it: only of an export of our own, whose external ids are our ids. */
export interface EventRecord {
  readonly kind: 'event';
  readonly externalId: string;
  readonly type: string;
  /** The id of what it is about, or `community` for the community itself. */
  readonly subject: Ref;
  /** The member who did it; left out for what the system did by itself. */
  readonly actor?: Ref | null;
  readonly actorRole?: Role | null;
  /** The user whose key acted for the member. */
  readonly actingUser?: string | null;
  readonly data: object;
  readonly createdAt: Instant;
}

/**
 * Where something came from before: only of an export of our own, so that the first source, when it has grown, can be
 * imported again where the community has gone.
 */
export interface OriginRecord {
  readonly kind: 'origin';
  /** The kind of the record that it tells of. */
  readonly of: RecordKind;
  /** The external id of that record. */
  readonly record: Ref;
  /** Which source. */
  readonly origin: string;
  /** The id that the source has for it; null of members who are erased. */
  readonly originId?: string | null;
  /** Of all that the source said of it, as the import has made it. */
  readonly digest?: string;
  /** The version that it had when it was imported last. */
  readonly version?: number;
}

/** One line of the interchange format. */
export type InterchangeRecord =
  | CommunityRecord
  | ProductRecord
  | TagRecord
  | MemberRecord
  | TopicRecord
  | AnswerRecord
  | CommentRecord
  | MarkRecord
  | VoteRecord
  | MeTooRecord
  | FollowRecord
  | LinkRecord
  | MergeRecord
  | RevisionRecord
  | FlagRecord
  | ModerationRecord
  | RedirectRecord
  | ArticleRecord
  | ArticleRevisionRecord
  | ArticleVoteRecord
  | ReputationRecord
  | EventRecord
  | OriginRecord;

/** The kind of a record. */
export type RecordKind = InterchangeRecord['kind'];

/** The file of each kind, in the order of an export. Importing takes them in any order. */
export const RECORD_FILES: Readonly<Record<RecordKind, string>> = {
  community: 'community.ndjson',
  product: 'products.ndjson',
  tag: 'tags.ndjson',
  member: 'members.ndjson',
  topic: 'topics.ndjson',
  answer: 'answers.ndjson',
  comment: 'comments.ndjson',
  mark: 'marks.ndjson',
  vote: 'votes.ndjson',
  meToo: 'me-toos.ndjson',
  follow: 'follows.ndjson',
  link: 'links.ndjson',
  merge: 'merges.ndjson',
  revision: 'revisions.ndjson',
  flag: 'flags.ndjson',
  moderation: 'moderation.ndjson',
  redirect: 'redirects.ndjson',
  article: 'articles.ndjson',
  articleRevision: 'article-revisions.ndjson',
  articleVote: 'article-votes.ndjson',
  reputation: 'reputation.ndjson',
  event: 'events.ndjson',
  origin: 'origins.ndjson',
};
