import sql, { type Sql } from 'sql-template-tag';

/**
 * The accounts (`id`) of anomalies that leads have not looked at yet, or have reversed: what they say is no evidence until
 * a lead says that all is as it should be. What came in a burst is held already, and of the askers of a circle nobody knows
 * more than that they came once: what else these say counts until a lead has reversed it.
 */
export function accountsInAnomalies(communityId: string): Sql {
  return sql`SELECT DISTINCT unnest(x.member_ids) AS id FROM reputation_anomalies x
    WHERE x.community_id = ${communityId}
      AND (x.state = 'REVERSED' OR x.state = 'OPEN' AND x.kind IN ('ONE_WAY', 'RING'))`;
}
