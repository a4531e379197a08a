import { Injectable } from '@nestjs/common';
import type { MemberViewer } from '@app/community';
import type { Tx } from '@app/database';
import sql from 'sql-template-tag';
import type { Decision } from '../ledger/entry-kind';
import { CURRENT_RULES } from '../ledger/reputation-rules';
import { TrustQueue } from '../trust/trust-queue';

/** Writes what leads decide into the ledger, and has whose word counts follow at once. */
@Injectable()
export class LedgerDecisions {
  constructor(private readonly trust: TrustQueue) {}

  /** One line for each entry that is named, in one statement; the keys of the lines. */
  async write(
    tx: Tx,
    viewer: MemberViewer,
    decision: Decision,
    entryIds: readonly string[],
    note: string,
  ): Promise<string[]> {
    const { communityId, memberId } = viewer;
    const rows = await tx.rows<{ id: string }>(sql`
      INSERT INTO reputation_entries (community_id, id, kind, at, actor_id, subject_id, topic_id, rule_version, names_id, note)
      SELECT e.community_id, uuidv7(), ${decision}, now(), ${memberId}, e.subject_id, e.topic_id,
        ${CURRENT_RULES.version}, e.id, ${note}
      FROM reputation_entries e WHERE e.community_id = ${communityId} AND e.id = ANY (${entryIds}::uuid[])
      RETURNING id`);
    if (decision !== 'KEPT' && rows.length > 0) await this.trust.atOnce(tx, communityId);
    return rows.map(({ id }) => id);
  }
}
