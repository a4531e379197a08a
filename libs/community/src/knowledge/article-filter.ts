import { Keyset } from '@app/database';
import { listKey } from '@app/kernel';
import sql, { join, type Sql } from 'sql-template-tag';
import type { ArticleState } from './article.entity';
import type { ArticleRow } from './article-row';

/** Which articles a list holds; what is absent does not narrow. */
export interface ArticleFilter {
  /** About one of these products. */
  readonly productIds?: readonly string[] | null;
  /** Drafts are found by staff only. */
  readonly state?: ArticleState | null;
  /** Those that somebody should look at by now: the longest overdue first. */
  readonly reviewDue?: boolean | null;
}

/** `AND …` for articles under the alias `x`. */
export function articlesMatching({ productIds, state, reviewDue }: ArticleFilter): Sql {
  const parts: Sql[] = [];
  if (state) parts.push(sql` AND x.state = ${state}`);
  if (reviewDue) parts.push(sql` AND x.review_at <= now()`);
  if (reviewDue === false) parts.push(sql` AND (x.review_at IS NULL OR x.review_at > now())`);
  if (productIds?.length) {
    parts.push(sql` AND EXISTS (SELECT FROM article_products p WHERE p.community_id = x.community_id
      AND p.article_id = x.id AND p.product_id = ANY (${productIds}::uuid[]))`);
  }
  return parts.length > 0 ? join(parts, '') : sql``;
}

/** The paging of one list: by age, newest first; of what is due for review, by how long it has been. */
export function articleKeyset(filter: ArticleFilter): Keyset<ArticleRow> {
  const id = { expression: 'x.id', type: 'uuid', value: (row: ArticleRow) => row.id } as const;
  const list = (): string => listKey('articles', filter);
  if (!filter.reviewDue) {
    const age = { expression: 'x.created_at', type: 'timestamptz', value: (row: ArticleRow) => row.createdAt } as const;
    return new Keyset(list, [age, id], true);
  }
  const due = (row: ArticleRow): Date => row.reviewAt ?? row.createdAt;
  return new Keyset(list, [{ expression: 'x.review_at', type: 'timestamptz', value: due }, id], false);
}
