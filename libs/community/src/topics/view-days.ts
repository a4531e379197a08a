import sql, { type Sql } from 'sql-template-tag';

/**
 * The statement that dates views by events that tell of them: `from` gives such events (data, created_at) under the
 * alias `e`. Whether a topic was solved then is judged by when it was last resolved. Days that are there already stay.
 */
export function viewDaysOf(communityId: string | Sql, from: Sql): Sql {
  const solved = sql`t.resolved_at IS NOT NULL AND t.resolved_at <= e.created_at`;
  return sql`
    INSERT INTO topic_view_days (community_id, day, topic_id, solved_views, other_views)
    SELECT ${communityId}, (e.created_at AT TIME ZONE 'UTC')::date, t.id,
      least(coalesce(sum(v.n) FILTER (WHERE ${solved}), 0), 2147483647)::int,
      least(coalesce(sum(v.n) FILTER (WHERE NOT (${solved})), 0), 2147483647)::int
    FROM ${from}
    CROSS JOIN LATERAL (
      SELECT key, CASE WHEN value ~ '^[0-9]{1,9}$' THEN value::int ELSE 0 END AS n FROM jsonb_each_text(e.data)) v
    JOIN topics t ON t.community_id = ${communityId} AND t.id::text = v.key
    GROUP BY 2, t.id
    ON CONFLICT DO NOTHING`;
}
