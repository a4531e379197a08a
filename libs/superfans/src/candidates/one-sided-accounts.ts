import { Injectable } from '@nestjs/common';
import { Reader } from '@app/database';
import sql from 'sql-template-tag';
import { OpenAnomalies } from './open-anomalies';

/** Questions of one account that one and the same member solved, with nothing else done: so many are an anomaly. */
const ONE_SIDED = 3;

/**
 * Takes accounts for anomalies that never did anything but confirm one member: stars and nothing written, or several
 * topics that were all confirmed for that one. Those who are trusted by their role are no anomaly.
 */
@Injectable()
export class OneSidedAccounts extends OpenAnomalies {
  constructor(private readonly reader: Reader) {
    super();
  }

  async accounts(communityId: string): Promise<ReadonlySet<string>> {
    const rows = await this.reader.rows<{ id: string }>(
      communityId,
      sql`
      WITH one_sided AS (
        SELECT e.actor_id AS id, array_agg(e.topic_id) AS topics FROM reputation_entries e
        WHERE e.community_id = ${communityId} AND e.actor_id IS NOT NULL
          AND e.kind IN ('STAR', 'SOLVED', 'OFFICIAL', 'DUPLICATE', 'DONE')
        GROUP BY e.actor_id HAVING min(e.subject_id::text) = max(e.subject_id::text))
      SELECT m.id FROM one_sided o JOIN members m ON m.community_id = ${communityId} AND m.id = o.id
      WHERE m.role = 'CUSTOMER' AND NOT m.seat
        AND NOT EXISTS (SELECT FROM answers a WHERE a.community_id = ${communityId} AND a.author_id = o.id)
        AND NOT EXISTS (SELECT FROM comments c WHERE c.community_id = ${communityId} AND c.author_id = o.id)
        AND NOT EXISTS (SELECT FROM topics t WHERE t.community_id = ${communityId} AND t.author_id = o.id
          AND t.id <> ALL (o.topics))
        AND (SELECT count(*) FROM topics t WHERE t.community_id = ${communityId} AND t.author_id = o.id)
          NOT BETWEEN 1 AND ${ONE_SIDED - 1}`,
    );
    return new Set(rows.map(({ id }) => id));
  }
}
