import type { Tx } from '@app/database';
import { DomainError } from '@app/kernel';
import sql, { raw } from 'sql-template-tag';

/** The most products that a topic or an article may be about. */
export const MAX_PRODUCTS = 10;

/** What can be about products: the table that says so, and its column for the thing. */
const TABLES = {
  topic: { table: raw('topic_products'), column: raw('topic_id') },
  article: { table: raw('article_products'), column: raw('article_id') },
} as const;

/** Makes a thing be about exactly these products; an archived product can be kept, not added. */
export async function putUnderProducts(
  tx: Tx,
  communityId: string,
  thing: { readonly what: keyof typeof TABLES; readonly id: string },
  productIds: readonly string[],
): Promise<void> {
  const { table, column } = TABLES[thing.what];
  const ids = [...new Set(productIds)];
  if (ids.length > MAX_PRODUCTS) {
    throw DomainError.invalid(`Name at most ${MAX_PRODUCTS} products that the ${thing.what} is about.`);
  }
  const kept = await tx.row<{ count: number }>(sql`
    WITH had AS (SELECT product_id FROM ${table} WHERE community_id = ${communityId} AND ${column} = ${thing.id}),
    wanted AS (SELECT id FROM products WHERE community_id = ${communityId} AND id = ANY (${ids}::uuid[])
      AND (archived_at IS NULL OR id IN (SELECT product_id FROM had))),
    gone AS (DELETE FROM ${table} WHERE community_id = ${communityId} AND ${column} = ${thing.id}
      AND product_id NOT IN (SELECT id FROM wanted)),
    come AS (INSERT INTO ${table} (community_id, ${column}, product_id)
      SELECT ${communityId}, ${thing.id}, id FROM wanted ON CONFLICT DO NOTHING)
    SELECT count(*)::int AS count FROM wanted`);
  if (kept?.count !== ids.length) throw DomainError.notFound('product');
}
