import type { Article } from '@app/community';
import { htmlText } from '@app/kernel';
import sql, { type Sql } from 'sql-template-tag';
import { FINDABLE } from './findable';
import type { ArticleDocument } from './search-document';

interface ArticleRow extends Pick<Article, 'id' | 'locale' | 'title' | 'summary' | 'bodyHtml' | 'createdAt'> {
  readonly productIds: string[];
  readonly stamp: string;
}

/** What {@link articleDocuments} makes documents of. */
export function articleStatement(communityId: string, ids: readonly string[]): Sql {
  return sql`SELECT x.id, x.locale, x.title, x.summary, x.body_html AS "bodyHtml", x.created_at AS "createdAt",
      ARRAY(SELECT p.product_id FROM article_products p WHERE p.community_id = x.community_id AND p.article_id = x.id
        ORDER BY p.product_id) AS "productIds",
      ${FINDABLE.ARTICLE.stamp} AS stamp
    FROM articles x WHERE x.community_id = ${communityId} AND x.id = ANY (${ids}::uuid[]) AND ${FINDABLE.ARTICLE.where}`;
}

/** The documents of articles, of the rows of {@link articleStatement}. */
export function articleDocuments(rows: readonly unknown[]): ArticleDocument[] {
  return (rows as readonly ArticleRow[]).map(({ bodyHtml, ...columns }) => ({
    kind: 'ARTICLE',
    ...columns,
    body: htmlText(bodyHtml),
  }));
}
