import type { Tx } from '@app/database';
import { DomainError } from '@app/kernel';
import sql from 'sql-template-tag';

/** How deep the tree of products may be. */
export const MAX_PRODUCT_DEPTH = 3;

/**
 * Refuses a place in the tree that is absent, below the product itself, or too deep. The caller holds the community
 * locked, so that two moves cannot make a circle together.
 */
export async function requirePlace(
  tx: Tx,
  communityId: string,
  productId: string,
  parentId: string | null | undefined,
): Promise<void> {
  if (!parentId) return;
  const above = await tx.rows<{ id: string }>(sql`
    WITH RECURSIVE above AS (
      SELECT p.id, p.parent_id, 1 AS depth FROM products p WHERE p.community_id = ${communityId} AND p.id = ${parentId}
      UNION ALL
      SELECT p.id, p.parent_id, above.depth + 1 FROM products p JOIN above ON p.id = above.parent_id
      WHERE p.community_id = ${communityId})
    SELECT id FROM above`);
  if (above.length === 0) throw DomainError.notFound('product');
  if (above.some(({ id }) => id === productId))
    throw DomainError.invalid('A product cannot be a part of itself: choose another parent.');
  if (above.length + (await heightOf(tx, communityId, productId)) > MAX_PRODUCT_DEPTH)
    throw DomainError.invalid(`Products stand at most ${MAX_PRODUCT_DEPTH} deep: choose a parent further up.`);
}

/** How many levels a product and its parts take up; a new product takes one. */
async function heightOf(tx: Tx, communityId: string, productId: string): Promise<number> {
  const found = await tx.row<{ height: number | null }>(sql`
    WITH RECURSIVE below AS (
      SELECT p.id, 1 AS depth FROM products p WHERE p.community_id = ${communityId} AND p.id = ${productId}
      UNION ALL
      SELECT p.id, below.depth + 1 FROM products p JOIN below ON p.parent_id = below.id
      WHERE p.community_id = ${communityId})
    SELECT max(depth) AS height FROM below`);
  return found?.height ?? 1;
}
