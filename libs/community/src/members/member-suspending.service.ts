import { Injectable } from '@nestjs/common';
import { EventLog, Transactor, type Tx } from '@app/database';
import { DomainError } from '@app/kernel';
import sql from 'sql-template-tag';
import { requirePermission } from '../access/may';
import type { MemberViewer, Viewer } from '../viewer/viewer';
import { lockMember } from './member-for-change';
import type { Member } from './member.entity';
import { maySuspend } from './member.policy';
import { NO_END, suspensionOf } from './suspension';

/** Whom to suspend, why, and until when. */
export interface SuspendMember {
  readonly memberId: string;
  readonly reason: string;
  /** Absent: until somebody lifts it. */
  readonly until?: Date | null;
}

/** Takes from members, for a time, everything but reading. It holds from their next request on. */
@Injectable()
export class MemberSuspendingService {
  constructor(
    private readonly transactor: Transactor,
    private readonly events: EventLog,
  ) {}

  /** Suspends a member, or gives a suspension another end and reason. */
  async suspend(viewer: Viewer, { memberId, reason, until }: SuspendMember): Promise<void> {
    requirePermission(viewer, 'curate');
    if (until && until <= new Date())
      throw DomainError.invalid('A suspension ends in the future: name a later moment.');
    await this.transactor.run(viewer.communityId, async (tx) => {
      await this.lock(tx, viewer, memberId);
      await tx.rows(sql`
        UPDATE members SET suspended_until = ${until ?? NO_END}, suspended_reason = ${reason}
        WHERE community_id = ${viewer.communityId} AND id = ${memberId}`);
      await this.events.append(tx, viewer, {
        type: 'member.suspended',
        subjectId: memberId,
        data: { until: until ?? null, reason },
      });
    });
  }

  /** Lifts a suspension; changes nothing where there is none. */
  async unsuspend(viewer: Viewer, memberId: string): Promise<void> {
    requirePermission(viewer, 'curate');
    await this.transactor.run(viewer.communityId, async (tx) => {
      const suspension = suspensionOf(await this.lock(tx, viewer, memberId));
      if (!suspension) return;
      await tx.rows(sql`
        UPDATE members SET suspended_until = NULL, suspended_reason = NULL
        WHERE community_id = ${viewer.communityId} AND id = ${memberId}`);
      await this.events.append(tx, viewer, { type: 'member.unsuspended', subjectId: memberId, data: suspension });
    });
  }

  private async lock(tx: Tx, viewer: MemberViewer, memberId: string): Promise<Member> {
    const member = await lockMember(tx, viewer, memberId);
    if (!maySuspend(viewer, member))
      throw new DomainError('FORBIDDEN', 'Only an admin suspends people of the company, and nobody suspends an admin.');
    return member;
  }
}
