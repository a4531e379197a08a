import type { ArticleRow, TopicRow } from '@app/community';
import type { SimilarityBasis } from '@app/similarity';

/** What somebody is typing. */
export interface SuggestionRequest {
  readonly title: string;
  readonly body?: string | null;
  readonly productIds?: readonly string[] | null;
  /** How many at most. */
  readonly first: number;
}

/** A topic or an article that may make the question needless, as the viewer may see it. */
export interface Suggestion {
  /** Of the topic or the article. */
  readonly id: string;
  readonly topic: TopicRow | null;
  readonly article: ArticleRow | null;
  /** One sentence. */
  readonly why: string;
  /** Whether it is likely enough to be the answer for a card that says so. */
  readonly isProbablyAnswered: boolean;
  readonly basis: SimilarityBasis;
}
