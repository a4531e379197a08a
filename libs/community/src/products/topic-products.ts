import { Injectable } from '@nestjs/common';
import type { Tx } from '@app/database';
import { DomainError } from '@app/kernel';
import sql from 'sql-template-tag';

/** The most products a topic may be about. */
export const MAX_PRODUCTS = 10;

/** Says which products topics are about. */
@Injectable()
export class TopicProducts {
  /** Makes the topic be about exactly these products; an archived product can be kept, not added. */
  async set(tx: Tx, communityId: string, topicId: string, productIds: readonly string[]): Promise<void> {
    const ids = [...new Set(productIds)];
    if (ids.length > MAX_PRODUCTS) throw DomainError.invalid(`A topic is about at most ${MAX_PRODUCTS} products.`);
    const kept = await tx.row<{ count: number }>(sql`
      WITH had AS (SELECT product_id FROM topic_products WHERE community_id = ${communityId} AND topic_id = ${topicId}),
      wanted AS (SELECT id FROM products WHERE community_id = ${communityId} AND id = ANY (${ids}::uuid[])
        AND (archived_at IS NULL OR id IN (SELECT product_id FROM had))),
      gone AS (DELETE FROM topic_products WHERE community_id = ${communityId} AND topic_id = ${topicId}
        AND product_id NOT IN (SELECT id FROM wanted)),
      come AS (INSERT INTO topic_products (community_id, topic_id, product_id)
        SELECT ${communityId}, ${topicId}, id FROM wanted ON CONFLICT DO NOTHING)
      SELECT count(*)::int AS count FROM wanted`);
    if (kept?.count !== ids.length) throw DomainError.notFound('product');
  }
}
