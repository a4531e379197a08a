import { Injectable } from '@nestjs/common';
import { Reader } from '@app/database';
import { accountsInAnomalies } from '@app/reputation';
import sql, { type Sql } from 'sql-template-tag';
import { OpenAnomalies } from './open-anomalies';

/** Questions of one account that one and the same member solved, with nothing else done: so many are an anomaly. */
const ONE_SIDED = 3;

interface Account {
  readonly id: string;
}

interface LookedAt extends Account {
  readonly unknown: number;
}

/**
 * The accounts of anomalies that are open or were reversed (of open bursts what is held does not count anyway, and of open
 * circles only as much as is usual); and those that never did anything but confirm one member, be
 * they as few as they may: stars and nothing written, or several topics that were all confirmed for that one.
 */
@Injectable()
export class LedgerAnomalies extends OpenAnomalies {
  constructor(private readonly reader: Reader) {
    super();
  }

  async accounts(communityId: string): Promise<ReadonlySet<string>> {
    const [found, oneSided] = await this.reader.round<[Account[], Account[]]>(communityId, [
      accountsInAnomalies(communityId),
      oneSidedAccounts(communityId),
    ]);
    return new Set([...found, ...oneSided].map(({ id }) => id));
  }

  async lookedAt(communityId: string): Promise<ReadonlyMap<string, number>> {
    const rows = await this.reader.rows<LookedAt>(
      communityId,
      sql`SELECT a.subject_id AS id, max(cardinality(a.member_ids)) AS unknown FROM reputation_anomalies a
          WHERE a.community_id = ${communityId} AND a.kind = 'CIRCLE' AND a.state = 'DISMISSED'
            AND NOT EXISTS (SELECT FROM reputation_anomalies r WHERE r.community_id = ${communityId} AND r.key = a.key
              AND r.state = 'REVERSED' AND r.decided_at > a.decided_at)
          GROUP BY a.subject_id`,
    );
    return new Map(rows.map(({ id, unknown }) => [id, unknown]));
  }
}

/** Those who are trusted by their role are none. */
function oneSidedAccounts(communityId: string): Sql {
  return sql`
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
        NOT BETWEEN 1 AND ${ONE_SIDED - 1}`;
}
