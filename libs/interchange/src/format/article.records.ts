import type { StillRight } from '@app/community';
import type { Instant, Ref, Text } from './record-parts';

/** What an article said in one version, the present one as well. */
export interface ArticleRevisionRecord {
  readonly kind: 'articleRevision';
  readonly article: Ref;
  readonly version: number;
  /** Null where nobody knows who wrote it. */
  readonly editor?: Ref | null;
  readonly title: string;
  readonly summary?: string;
  readonly body: Text;
  readonly createdAt: Instant;
}

/** A member has said whether an article is still right. */
export interface ArticleVoteRecord {
  readonly kind: 'articleVote';
  readonly article: Ref;
  readonly member: Ref;
  readonly stillRight: StillRight;
  readonly createdAt: Instant;
}
