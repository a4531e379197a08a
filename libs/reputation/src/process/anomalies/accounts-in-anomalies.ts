import sql, { type Sql } from 'sql-template-tag';

/**
 * The accounts (`id`) of anomalies that leads have not looked at yet, or have reversed: what they say is no evidence until
 * a lead says that all is as it should be. Askers of a CIRCLE speak until a lead has reversed it: of most nobody knows more
 * than that they came once.
 */
export function accountsInAnomalies(communityId: string): Sql {
  return sql`SELECT DISTINCT unnest(x.member_ids) AS id FROM reputation_anomalies x
    WHERE x.community_id = ${communityId} AND (x.state = 'REVERSED' OR x.state = 'OPEN' AND x.kind <> 'CIRCLE')`;
}
