import type { ArticleState } from './article.entity';

/** What a new article says. Ids are keys, texts have been checked for form. */
export interface NewArticle {
  readonly idempotencyKey: string;
  readonly title: string;
  readonly summary?: string | null;
  readonly body: string;
  /** From the title where nothing is said. */
  readonly slug?: string | null;
  readonly locale?: string | null;
  readonly productIds?: readonly string[] | null;
  readonly state: ArticleState;
  readonly reviewAt?: Date | null;
}

/** What an edit changes of an article: what is absent stays. */
export interface EditArticle {
  readonly articleId: string;
  /** The version the edit was made on. */
  readonly version: number;
  readonly title?: string | null;
  readonly summary?: string | null;
  readonly body?: string | null;
  readonly locale?: string | null;
}
