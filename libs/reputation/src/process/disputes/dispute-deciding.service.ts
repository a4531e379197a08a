import { Injectable } from '@nestjs/common';
import { requirePermission, type MemberViewer, type Viewer } from '@app/community';
import { EventLog, selectList, Transactor, type Tx } from '@app/database';
import { DomainError } from '@app/kernel';
import sql from 'sql-template-tag';
import { LedgerReader } from '../../ledger/ledger.reader';
import { standing } from '../anomalies/find-anomalies';
import { LedgerDecisions } from '../ledger-decisions';
import { ReputationDispute, type DisputeOutcome } from './reputation-dispute.entity';

/** What a lead decides, and says to it. */
export interface DisputeDecision {
  readonly disputeId: string;
  readonly outcome: DisputeOutcome;
  readonly note: string;
}

/** Lets leads decide what members contest; the outcome is a line of the ledger. */
@Injectable()
export class DisputeDecidingService {
  constructor(
    private readonly transactor: Transactor,
    private readonly events: EventLog,
    private readonly decisions: LedgerDecisions,
    private readonly ledger: LedgerReader,
  ) {}

  /**
   * INVALID_INPUT where it was decided already, is about the viewer's own ledger, or shall count where no decision can make
   * it count.
   */
  async decide(viewer: Viewer, { disputeId, outcome, note }: DisputeDecision): Promise<void> {
    requirePermission(viewer, 'leadPeople');
    const { communityId, memberId } = viewer;
    await this.transactor.run(communityId, async (tx) => {
      const dispute = await tx.row<ReputationDispute>(sql`
        SELECT ${selectList(ReputationDispute, 'd')} FROM reputation_disputes d
        WHERE d.community_id = ${communityId} AND d.id = ${disputeId} FOR NO KEY UPDATE`);
      if (!dispute) throw DomainError.notFound('dispute');
      if (dispute.outcome) throw DomainError.invalid('This was decided already: look at it again.');
      if (dispute.memberId === memberId) throw DomainError.invalid('This is about you: another lead has to decide.');
      await this.apply(tx, viewer, dispute.entryId, { outcome, note });
      await tx.rows(sql`
        UPDATE reputation_disputes SET outcome = ${outcome}, note = ${note}, decided_by_id = ${memberId}, decided_at = now()
        WHERE community_id = ${communityId} AND id = ${disputeId}`);
      const data = { entryId: dispute.entryId, outcome };
      await this.events.append(tx, viewer, { type: 'reputation.dispute_decided', subjectId: disputeId, data });
    });
  }

  private async apply(
    tx: Tx,
    viewer: MemberViewer,
    entryId: string,
    { outcome, note }: Pick<DisputeDecision, 'outcome' | 'note'>,
  ): Promise<void> {
    if (outcome === 'KEPT') await this.decisions.write(tx, viewer, 'KEPT', [entryId], note);
    if (outcome === 'REVERSED') await this.decisions.write(tx, viewer, 'REVERSAL', [entryId], note);
    if (outcome === 'COUNTED') await this.letCount(tx, viewer, entryId, note);
  }

  /** What leads reversed is given back, what is held is released; what the mark itself took, only a new mark gives. */
  private async letCount(tx: Tx, viewer: MemberViewer, entryId: string, note: string): Promise<void> {
    const { communityId } = viewer;
    const reversals = await tx.rows<{ id: string; cause: string | null }>(sql`
      SELECT r.id, r.cause FROM reputation_entries r
      WHERE r.community_id = ${communityId} AND r.names_id = ${entryId} AND r.kind = 'REVERSAL'
        AND NOT EXISTS (SELECT FROM reputation_entries b WHERE b.community_id = r.community_id AND b.names_id = r.id
          AND b.kind = 'REVERSAL')`);
    const held = await this.isHeld(tx, communityId, entryId);
    if (reversals.some(({ cause }) => cause !== null))
      throw DomainError.invalid('The mark was taken back: keep the line as it is, only a new mark counts.');
    if (reversals.length === 0 && !held)
      throw DomainError.invalid('Nothing keeps this line from counting that a lead could lift: keep it as it is.');
    const ids = reversals.map(({ id }) => id);
    if (ids.length > 0) await this.decisions.write(tx, viewer, 'REVERSAL', ids, note);
    if (held) await this.decisions.write(tx, viewer, 'RELEASE', [entryId], note);
  }

  private async isHeld(tx: Tx, communityId: string, entryId: string): Promise<boolean> {
    const entry = await tx.row<{ subjectId: string }>(sql`
      SELECT coalesce(m.merged_into_id, m.id) AS "subjectId" FROM reputation_entries e
      JOIN members m ON m.community_id = e.community_id AND m.id = e.subject_id
      WHERE e.community_id = ${communityId} AND e.id = ${entryId}`);
    if (!entry) return false;
    const about = await this.ledger.entriesAbout(communityId, entry.subjectId);
    return standing(about).held.some(({ id }) => id === entryId);
  }
}
