import { Injectable } from '@nestjs/common';
import { EventLog, Transactor, type Actor, type Tx } from '@app/database';
import { newId } from '@app/kernel';
import sql from 'sql-template-tag';
import type { AnomalyKind, FoundAnomaly } from './anomaly';

/** Keeps what was found for leads: tells what is new, and lets go of what is there no longer. What was dismissed stays so. */
@Injectable()
export class AnomalyKeeping {
  constructor(
    private readonly transactor: Transactor,
    private readonly events: EventLog,
  ) {}

  /** @param kinds of which all was found that there is: others stay as they are */
  async keep(communityId: string, kinds: readonly AnomalyKind[], found: readonly FoundAnomaly[]): Promise<void> {
    await this.transactor.run(communityId, async (tx) => {
      // Two that look at the same time would each tell the other's news.
      await tx.rows(sql`SELECT pg_advisory_xact_lock(hashtextextended('anomalies:' || ${communityId}, 0))`);
      await tx.rows(sql`
        UPDATE reputation_anomalies SET state = 'GONE'
        WHERE community_id = ${communityId} AND state = 'OPEN' AND kind = ANY (${kinds}::text[])
          AND NOT key = ANY (${found.map(({ key }) => key)}::text[])`);
      await this.write(tx, communityId, found);
    });
  }

  /** A circle that was dismissed is found again only where it has grown beyond what the lead saw. */
  private async write(tx: Tx, communityId: string, found: readonly FoundAnomaly[]): Promise<void> {
    const news = found.map((one) => ({ ...one, id: newId() }));
    const told = await tx.rows<{ id: string; kind: string; members: number }>(sql`
      INSERT INTO reputation_anomalies AS x
        (community_id, id, kind, key, subject_id, member_ids, entry_ids, because, found_at)
      SELECT ${communityId}, f.id, f.kind, f.key, f."subjectId", f."memberIds", f."entryIds", f.because, now()
      FROM jsonb_to_recordset(${JSON.stringify(news)}::jsonb) AS f (id uuid, kind text, key text, "subjectId" uuid,
        "memberIds" uuid[], "entryIds" uuid[], because text)
      WHERE f.kind = 'CIRCLE' OR NOT EXISTS (SELECT FROM reputation_anomalies d
        WHERE d.community_id = ${communityId} AND d.key = f.key AND d.state = 'DISMISSED' AND d.entry_ids @> f."entryIds")
      ON CONFLICT (community_id, key) WHERE state = 'OPEN' DO UPDATE
        SET member_ids = excluded.member_ids, entry_ids = excluded.entry_ids, because = excluded.because
        WHERE x.entry_ids <> excluded.entry_ids OR x.member_ids <> excluded.member_ids
      RETURNING x.id, x.kind, cardinality(x.member_ids) AS members`);
    const fresh = new Set(news.map(({ id }) => id));
    const system: Actor = { communityId, memberId: null, role: null, actingUserId: null };
    for (const { id, kind, members } of told.filter((one) => fresh.has(one.id))) {
      const event = { type: 'reputation.anomaly_found', subjectId: id, data: { kind, members } } as const;
      await this.events.append(tx, system, event);
    }
  }
}
