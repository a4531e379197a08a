import { Injectable } from '@nestjs/common';
import { lockMember, requirePermission, type Member, type MemberViewer, type Viewer } from '@app/community';
import { createOnce, DatabaseError, EventLog, Transactor, type Tx } from '@app/database';
import { DomainError } from '@app/kernel';
import sql from 'sql-template-tag';
import { Recognition, type RecognitionKind } from './recognition.entity';

/** Whom to recognise, how, and why. */
export interface NewRecognition {
  readonly memberId: string;
  readonly kind: RecognitionKind;
  /** What the badge says; for badges only. */
  readonly badge?: string | null;
  readonly note: string;
  readonly idempotencyKey: string;
}

/** Lets leads thank, promote and badge those who help. It earns nothing: trust and helpfulness know nothing of badges. */
@Injectable()
export class RecognitionService {
  constructor(
    private readonly transactor: Transactor,
    private readonly events: EventLog,
  ) {}

  /**
   * The key of what was given. CHAMPION makes a champion of a customer. INVALID_INPUT for oneself, for a badge without a
   * name or one that the member has, and for a champion who is more than a customer already.
   */
  async recognise(viewer: Viewer, input: NewRecognition): Promise<string> {
    requirePermission(viewer, 'leadPeople');
    requireSense(viewer, input);
    const { communityId, memberId } = viewer;
    const call = { communityId, memberId, operation: 'recogniseMember', key: input.idempotencyKey, input };
    return this.transactor.run(communityId, (tx) => createOnce(tx, call, (id) => this.give(tx, viewer, id, input)));
  }

  /** Takes back a badge; what was said and when stays in the log. A second time changes nothing. */
  async withdrawBadge(viewer: Viewer, id: string): Promise<void> {
    requirePermission(viewer, 'leadPeople');
    const { communityId } = viewer;
    await this.transactor.run(communityId, async (tx) => {
      const badge = await tx.row<Pick<Recognition, 'kind' | 'memberId' | 'badge' | 'withdrawnAt'>>(sql`
        SELECT kind, member_id AS "memberId", badge, withdrawn_at AS "withdrawnAt" FROM recognitions
        WHERE community_id = ${communityId} AND id = ${id} FOR NO KEY UPDATE`);
      if (!badge) throw DomainError.notFound('recognition');
      if (badge.kind !== 'BADGE')
        throw DomainError.invalid('Only badges can be taken back: set the role, or write again.');
      if (badge.withdrawnAt) return;
      await tx.rows(
        sql`UPDATE recognitions SET withdrawn_at = now() WHERE community_id = ${communityId} AND id = ${id}`,
      );
      const data = { recognitionId: id, badge: badge.badge };
      await this.events.append(tx, viewer, { type: 'member.badge_withdrawn', subjectId: badge.memberId, data });
    });
  }

  private async give(tx: Tx, viewer: MemberViewer, id: string, { memberId, kind, badge, note }: NewRecognition) {
    const { communityId } = viewer;
    const member = await lockMember(tx, viewer, memberId);
    try {
      await tx.insert(Recognition, [
        { communityId, id, memberId, kind, badge: badge ?? null, note, givenById: viewer.memberId },
      ]);
    } catch (error) {
      if (!DatabaseError.violates(error, 'recognitions_badge_key')) throw error;
      throw DomainError.invalid('They have this badge already: name another one.');
    }
    if (kind === 'CHAMPION') await this.promote(tx, viewer, member);
    const data = { recognitionId: id, kind };
    await this.events.append(tx, viewer, { type: 'member.recognised', subjectId: memberId, data });
  }

  /** Leads may make champions of customers; every other role is the admins' to give. */
  private async promote(tx: Tx, viewer: MemberViewer, { id, role }: Member): Promise<void> {
    if (role !== 'CUSTOMER')
      throw DomainError.invalid('Only customers become champions: an admin can set other roles.');
    await tx.rows(sql`UPDATE members SET role = 'CHAMPION' WHERE community_id = ${viewer.communityId} AND id = ${id}`);
    const data = { from: role, to: 'CHAMPION' };
    await this.events.append(tx, viewer, { type: 'member.role_set', subjectId: id, data });
  }
}

function requireSense(viewer: MemberViewer, { memberId, kind, badge }: NewRecognition): void {
  if (memberId === viewer.memberId) throw DomainError.invalid('This is you: another lead may recognise you.');
  if (kind === 'BADGE' && !badge) throw DomainError.invalid('Say what the badge says.');
  if (kind !== 'BADGE' && badge) throw DomainError.invalid('Only a badge has a name: leave badge out.');
}
