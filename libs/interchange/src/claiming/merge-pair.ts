import sql, { raw, type Sql } from 'sql-template-tag';

/** Two members of a community that are one person. */
export interface MergePair {
  readonly communityId: string;
  /** The unclaimed one, who gives all. */
  readonly from: string;
  /** The one who gets it. */
  readonly to: string;
}

/**
 * The keys of the topics on which both count: where one answers the other, where a star goes because they are one, where
 * both have a me too or a follow. All else changes its owner, and no number.
 */
export function sharedTopics(pair: MergePair): Sql {
  const { communityId, from, to } = pair;
  const both = [from, to];
  return sql`
    SELECT a.topic_id FROM answers a JOIN topics t ON t.community_id = a.community_id AND t.id = a.topic_id
      WHERE a.community_id = ${communityId} AND ((a.author_id = ${from} AND t.author_id = ${to})
        OR (a.author_id = ${to} AND t.author_id = ${from}))
    UNION SELECT a.topic_id FROM stars s JOIN answers a ON a.community_id = s.community_id AND a.id = s.answer_id
      WHERE s.community_id = ${communityId} AND s.member_id = ANY (${both}::uuid[])
        AND (a.author_id = ANY (${both}::uuid[]) OR s.answer_id IN (
          SELECT o.answer_id FROM stars o WHERE o.community_id = ${communityId} AND o.member_id = ANY (${both}::uuid[])
          GROUP BY o.answer_id HAVING count(*) = 2))
    UNION ${meeting('me_toos', pair)} UNION ${meeting('follows', pair)}`;
}

/** Where rows of both stand together, and where they were given. */
function meeting(name: 'me_toos' | 'follows', { communityId, from, to }: MergePair): Sql {
  const table = raw(name);
  const topics = sql`SELECT unnest(ARRAY[x.topic_id, x.moved_from_id, o.topic_id, o.moved_from_id])
    FROM ${table} x JOIN ${table} o ON o.community_id = x.community_id`;
  const mine = sql`WHERE x.community_id = ${communityId} AND x.member_id = ${from} AND o.member_id = ${to}
    AND x.topic_id IS NOT NULL AND o.topic_id IS NOT NULL`;
  return sql`${topics} AND o.topic_id = x.topic_id ${mine}
    UNION ${topics} AND coalesce(o.moved_from_id, o.topic_id) = coalesce(x.moved_from_id, x.topic_id) ${mine}`;
}
