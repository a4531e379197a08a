import { setImmediate } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { EventLog, Reader, Transactor, type Actor, type Tx } from '@app/database';
import { newId } from '@app/kernel';
import sql from 'sql-template-tag';
import type { LedgerEntry } from '../../ledger/ledger-entry';
import { LedgerReader } from '../../ledger/ledger.reader';
import type { FoundAnomaly } from './anomaly';
import { findAnomalies, standing, toLookUp, type Standing } from './find-anomalies';
import { silentMembers } from './silent-members';

/** Entries that are judged before others have their turn. */
const AT_A_TIME = 5_000;

/** Looks through the ledger of a community for what a lead should see. */
@Injectable()
export class AnomalyFindingService {
  constructor(
    private readonly ledger: LedgerReader,
    private readonly reader: Reader,
    private readonly transactor: Transactor,
    private readonly events: EventLog,
  ) {}

  /** Finds what there is now, tells what is new, and lets go of what is there no longer. What was dismissed stays so. */
  async find(communityId: string): Promise<void> {
    const entries: LedgerEntry[] = [];
    for await (const part of this.ledger.entriesOf(communityId)) entries.push(...part);
    const whole = await standingOf(entries);
    const silent = await silentMembers(this.reader, communityId, toLookUp(whole));
    const found = findAnomalies(whole, silent);
    await this.transactor.run(communityId, (tx) => this.keep(tx, communityId, found));
  }

  private async keep(tx: Tx, communityId: string, found: readonly FoundAnomaly[]): Promise<void> {
    // Two that look at the same time would each tell the other's news.
    await tx.rows(sql`SELECT pg_advisory_xact_lock(hashtextextended('anomalies:' || ${communityId}, 0))`);
    await tx.rows(sql`
      UPDATE reputation_anomalies SET state = 'GONE'
      WHERE community_id = ${communityId} AND state = 'OPEN' AND NOT key = ANY (${found.map(({ key }) => key)}::text[])`);
    const news = found.map((one) => ({ ...one, id: newId() }));
    const told = await tx.rows<{ id: string; kind: string; members: number }>(sql`
      INSERT INTO reputation_anomalies AS x
        (community_id, id, kind, key, subject_id, member_ids, entry_ids, because, found_at)
      SELECT ${communityId}, f.id, f.kind, f.key, f."subjectId", f."memberIds", f."entryIds", f.because, now()
      FROM jsonb_to_recordset(${JSON.stringify(news)}::jsonb) AS f (id uuid, kind text, key text, "subjectId" uuid,
        "memberIds" uuid[], "entryIds" uuid[], because text)
      WHERE NOT EXISTS (SELECT FROM reputation_anomalies d WHERE d.community_id = ${communityId} AND d.key = f.key
        AND d.state = 'DISMISSED' AND d.entry_ids @> f."entryIds")
      ON CONFLICT (community_id, key) WHERE state = 'OPEN' DO UPDATE
        SET member_ids = excluded.member_ids, entry_ids = excluded.entry_ids, because = excluded.because
        WHERE x.entry_ids <> excluded.entry_ids
      RETURNING x.id, x.kind, cardinality(x.member_ids) AS members`);
    const fresh = new Set(news.map(({ id }) => id));
    const system: Actor = { communityId, memberId: null, role: null, actingUserId: null };
    for (const { id, kind, members } of told.filter((one) => fresh.has(one.id))) {
      const event = { type: 'reputation.anomaly_found', subjectId: id, data: { kind, members } } as const;
      await this.events.append(tx, system, event);
    }
  }
}

/** All of it, with a breath in between: it may be half a million entries. */
async function standingOf(entries: readonly LedgerEntry[]): Promise<Standing> {
  const bySubject = [...Map.groupBy(entries, ({ subjectId }) => subjectId).values()];
  const parts: Standing[] = [];
  let chunk: LedgerEntry[] = [];
  for (const [place, part] of bySubject.entries()) {
    chunk.push(...part);
    if (chunk.length < AT_A_TIME && place < bySubject.length - 1) continue;
    parts.push(standing(chunk));
    chunk = [];
    await setImmediate();
  }
  return { given: parts.flatMap(({ given }) => given), held: parts.flatMap(({ held }) => held) };
}
