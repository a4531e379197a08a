import { Injectable } from '@nestjs/common';
import { requirePermission, type MemberViewer, type Viewer } from '@app/community';
import { createOnce, DatabaseError, EventLog, Transactor, type Tx } from '@app/database';
import { DomainError } from '@app/kernel';
import sql from 'sql-template-tag';
import { ReputationDispute } from './reputation-dispute.entity';

/** Which line, and why. */
export interface NewDispute {
  readonly entryId: string;
  readonly reason: string;
  readonly idempotencyKey: string;
}

/** Lets members contest a line of their own ledger: it becomes an item for the leads, and the outcome a line. */
@Injectable()
export class DisputingService {
  constructor(
    private readonly transactor: Transactor,
    private readonly events: EventLog,
  ) {}

  /** The key of the dispute. NOT_FOUND for a line of somebody else; INVALID_INPUT where one is open about it. */
  async dispute(viewer: Viewer, input: NewDispute): Promise<string> {
    requirePermission(viewer, 'participate');
    const { communityId, memberId } = viewer;
    const call = { communityId, memberId, operation: 'disputeReputation', key: input.idempotencyKey, input };
    return this.transactor.run(communityId, (tx) => createOnce(tx, call, (id) => this.open(tx, viewer, id, input)));
  }

  private async open(tx: Tx, viewer: MemberViewer, id: string, { entryId, reason }: NewDispute): Promise<void> {
    const { communityId, memberId } = viewer;
    const entry = await tx.row(sql`
      SELECT e.id FROM reputation_entries e
      JOIN members m ON m.community_id = e.community_id AND m.id = e.subject_id
      WHERE e.community_id = ${communityId} AND e.id = ${entryId} AND e.names_id IS NULL
        AND (m.id = ${memberId} OR m.merged_into_id = ${memberId})`);
    if (!entry) throw DomainError.notFound('line');
    try {
      await tx.insert(ReputationDispute, [{ communityId, id, entryId, memberId, reason }]);
    } catch (error) {
      if (!DatabaseError.violates(error, 'reputation_disputes_open_key')) throw error;
      throw DomainError.invalid('You have contested this line already: a lead will decide.');
    }
    await this.events.append(tx, viewer, { type: 'reputation.disputed', subjectId: id, data: { entryId } });
  }
}
