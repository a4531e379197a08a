import sql, { empty, type Sql } from 'sql-template-tag';

const TOPIC = sql`SELECT s.community_id, s.product_id FROM topic_products s WHERE s.community_id = t.community_id AND s.topic_id = t.id`;
const ARTICLE = sql`SELECT s.community_id, s.product_id FROM article_products s WHERE s.community_id = x.community_id AND s.article_id = x.id`;

/**
 * `AND …`: of the topics under the alias `t`, or the articles under `x`, those that are not about other products alone: about
 * none at all, one of these, a part of one, or what one is a part of.
 */
export function notOfOthers(kind: 'topic' | 'article', productIds: readonly string[]): Sql {
  if (productIds.length === 0) return empty;
  const own = kind === 'topic' ? TOPIC : ARTICLE;
  return sql`AND (NOT EXISTS (${own}) OR EXISTS (
    SELECT FROM (${own}) o JOIN products p ON p.community_id = o.community_id AND p.id = o.product_id
    JOIN products q ON q.community_id = p.community_id AND q.id = ANY (${productIds}::uuid[])
    WHERE p.id = q.id OR p.parent_id = q.id OR q.parent_id = p.id))`;
}
