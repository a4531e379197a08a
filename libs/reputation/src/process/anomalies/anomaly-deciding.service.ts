import { Injectable } from '@nestjs/common';
import { requirePermission, type MemberViewer, type Viewer } from '@app/community';
import { EventLog, selectList, Transactor, type Tx } from '@app/database';
import { DomainError } from '@app/kernel';
import sql from 'sql-template-tag';
import { LedgerDecisions } from '../ledger-decisions';
import { ReputationAnomaly, type AnomalyState } from './reputation-anomaly.entity';

/** What was decided, and what the lead says of it. */
export interface AnomalyDecision {
  readonly anomalyId: string;
  readonly note: string;
}

/** Lets leads decide about anomalies: each decision is one action, and writes its lines into the ledger. */
@Injectable()
export class AnomalyDecidingService {
  constructor(
    private readonly transactor: Transactor,
    private readonly events: EventLog,
    private readonly decisions: LedgerDecisions,
  ) {}

  /** Its confirmations no longer count, all of them at once. INVALID_INPUT where it is not open. */
  async reverse(viewer: Viewer, decision: AnomalyDecision): Promise<void> {
    await this.decide(viewer, decision, 'OPEN', 'REVERSED', (tx, member, { entryIds }) =>
      this.decisions.write(tx, member, 'REVERSAL', entryIds, decision.note),
    );
  }

  /** Takes back a reversal: everything counts as if it had not been. INVALID_INPUT where it is not reversed. */
  async takeBack(viewer: Viewer, decision: AnomalyDecision): Promise<void> {
    await this.decide(viewer, decision, 'REVERSED', 'DISMISSED', (tx, member, { decisionIds }) =>
      this.decisions.write(tx, member, 'REVERSAL', decisionIds, decision.note),
    );
  }

  /** It is as it should be; what a burst held counts from now on. INVALID_INPUT where it is not open. */
  async dismiss(viewer: Viewer, decision: AnomalyDecision): Promise<void> {
    await this.decide(viewer, decision, 'OPEN', 'DISMISSED', async (tx, member, { kind, entryIds }) =>
      kind === 'BURST' ? this.decisions.write(tx, member, 'RELEASE', entryIds, decision.note) : [],
    );
  }

  private async decide(
    viewer: Viewer,
    { anomalyId, note }: AnomalyDecision,
    from: AnomalyState,
    to: AnomalyState,
    write: (tx: Tx, viewer: MemberViewer, anomaly: ReputationAnomaly) => Promise<string[]>,
  ): Promise<void> {
    requirePermission(viewer, 'leadPeople');
    const { communityId, memberId } = viewer;
    await this.transactor.run(communityId, async (tx) => {
      const anomaly = await tx.row<ReputationAnomaly>(sql`
        SELECT ${selectList(ReputationAnomaly, 'a')} FROM reputation_anomalies a
        WHERE a.community_id = ${communityId} AND a.id = ${anomalyId} FOR NO KEY UPDATE`);
      if (!anomaly) throw DomainError.notFound('anomaly');
      if (anomaly.state !== from) throw DomainError.invalid(`This anomaly is ${anomaly.state}: look at it again.`);
      if (anomaly.subjectId === memberId || anomaly.memberIds.includes(memberId))
        throw DomainError.invalid('This is about you: another lead has to decide.');
      const written = await write(tx, viewer, anomaly);
      await tx.rows(sql`
        UPDATE reputation_anomalies SET state = ${to}, decision_ids = ${written}, note = ${note},
          decided_by_id = ${memberId}, decided_at = now()
        WHERE community_id = ${communityId} AND id = ${anomalyId}`);
      const data = { from, to, kind: anomaly.kind, entries: written.length };
      await this.events.append(tx, viewer, { type: 'reputation.anomaly_decided', subjectId: anomalyId, data });
    });
  }
}
