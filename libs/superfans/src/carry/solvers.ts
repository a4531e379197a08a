import type { Window } from '@app/kernel';
import sql, { type Sql } from 'sql-template-tag';

/**
 * The topics that were solved within a window, as rows of (topic_id, member_id, staff): `member_id` is who wrote the answer
 * that solved it, null where that was nobody else than the asker, or a status. Merged topics count where they went; what accounts
 * asked of whom a lead has reversed the confirmations was nobody's problem, and does not count.
 */
export function solvers(communityId: string, { from, to }: Window): Sql {
  return sql`
    SELECT t.id AS topic_id, a.author_id AS member_id,
      coalesce(a.author_role IN ('EMPLOYEE', 'REPRESENTATIVE', 'LEAD', 'ADMIN'), false) AS staff
    FROM topics t LEFT JOIN LATERAL (
      SELECT x.author_id, x.author_role FROM answers x
      WHERE x.community_id = t.community_id AND x.topic_id = t.id AND x.state = 'VISIBLE' AND NOT x.follow_up
        AND CASE t.resolved_by WHEN 'ASKER' THEN x.solved WHEN 'STAFF' THEN x.official ELSE x.trusted_star_count > 0 END
      ORDER BY x.trusted_star_count DESC, x.created_at, x.id LIMIT 1) a ON true
    WHERE t.community_id = ${communityId} AND t.resolution = 'SOLVED' AND t.state = 'VISIBLE' AND t.merged_into_id IS NULL
      AND t.resolved_at >= ${from} AND t.resolved_at < ${to}
      AND NOT t.author_id = ANY (ARRAY (SELECT unnest(r.member_ids) FROM reputation_anomalies r
        WHERE r.community_id = ${communityId} AND r.state = 'REVERSED'))`;
}
