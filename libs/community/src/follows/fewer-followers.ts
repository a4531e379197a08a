import sql, { type Sql } from 'sql-template-tag';

/**
 * The end of a statement that has deleted follows of tags, products and people as `gone`: what was followed has fewer
 * followers, each thing one at most. The last update is of members `x`; a further condition may follow.
 */
export function fewerFollowers(communityId: string): Sql {
  return sql`
      fewer_tags AS (
        UPDATE tags x SET follower_count = x.follower_count - 1
        FROM gone WHERE x.community_id = ${communityId} AND x.id = gone.tag_id),
      fewer_products AS (
        UPDATE products x SET follower_count = x.follower_count - 1
        FROM gone WHERE x.community_id = ${communityId} AND x.id = gone.product_id)
      UPDATE members x SET follower_count = x.follower_count - 1
      FROM gone WHERE x.community_id = ${communityId} AND x.id = gone.person_id`;
}
