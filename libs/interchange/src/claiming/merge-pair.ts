import sql, { type Sql } from 'sql-template-tag';

/** Two members of a community that are one person. */
export interface MergePair {
  readonly communityId: string;
  /** The unclaimed one, who gives all. */
  readonly from: string;
  /** The one who gets it. */
  readonly to: string;
}

/**
 * The keys of all topics on which something of a member counts: what they wrote, whom they starred, where they have a
 * me too or a follow, also one that a merge keeps elsewhere.
 */
export function topicsOf({ communityId, from, to }: MergePair): Sql {
  return sql`
    SELECT t.id FROM topics t WHERE t.community_id = ${communityId} AND t.author_id = ${from}
    UNION SELECT a.topic_id FROM answers a WHERE a.community_id = ${communityId} AND a.author_id = ${from}
    UNION SELECT c.topic_id FROM comments c WHERE c.community_id = ${communityId} AND c.author_id = ${from}
    UNION SELECT a.topic_id FROM stars s JOIN answers a ON a.community_id = s.community_id AND a.id = s.answer_id
      WHERE s.community_id = ${communityId} AND s.member_id = ${from}
    UNION SELECT unnest(ARRAY[m.topic_id, m.moved_from_id]) FROM me_toos m
      WHERE m.community_id = ${communityId} AND m.member_id = ANY (${[from, to]}::uuid[])
        AND m.topic_id IN (SELECT topic_id FROM me_toos WHERE community_id = ${communityId} AND member_id = ${from})
    UNION SELECT unnest(ARRAY[f.topic_id, f.moved_from_id]) FROM follows f
      WHERE f.community_id = ${communityId} AND f.member_id = ANY (${[from, to]}::uuid[])
        AND f.topic_id IN (SELECT topic_id FROM follows WHERE community_id = ${communityId} AND member_id = ${from})`;
}
