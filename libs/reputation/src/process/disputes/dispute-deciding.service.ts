import { Injectable } from '@nestjs/common';
import { requirePermission, type MemberViewer, type Viewer } from '@app/community';
import { EventLog, selectList, Transactor, type Tx } from '@app/database';
import { DomainError } from '@app/kernel';
import sql from 'sql-template-tag';
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
  ) {}

  /** INVALID_INPUT where it was decided already, or is about the viewer's own ledger. */
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
    if (outcome === 'COUNTED') {
      // What leads reversed is given back; what the mark itself took, only a new mark gives.
      const reversals = await tx.rows<{ id: string }>(sql`
        SELECT r.id FROM reputation_entries r
        WHERE r.community_id = ${viewer.communityId} AND r.names_id = ${entryId} AND r.kind = 'REVERSAL' AND r.cause IS NULL
          AND NOT EXISTS (SELECT FROM reputation_entries b WHERE b.community_id = r.community_id AND b.names_id = r.id
            AND b.kind = 'REVERSAL')`);
      await this.decisions.write(
        tx,
        viewer,
        'REVERSAL',
        reversals.map(({ id }) => id),
        note,
      );
      await this.decisions.write(tx, viewer, 'RELEASE', [entryId], note);
    }
  }
}
