import { Injectable } from '@nestjs/common';
import { EventLog, Transactor, type Tx } from '@app/database';
import { DomainError, type Role } from '@app/kernel';
import sql from 'sql-template-tag';
import { requirePermission } from '../access/may';
import { lockCommunity } from '../communities/community-for-change';
import type { MemberViewer, Viewer } from '../viewer/viewer';
import { lockMember } from './member-for-change';
import type { Member } from './member.entity';

/** Gives and takes roles and moderation seats; each change is told with what was before, and by whom. */
@Injectable()
export class MemberRolesService {
  constructor(
    private readonly transactor: Transactor,
    private readonly events: EventLog,
  ) {}

  /** Gives a member a role; an ALUM loses the seat. LAST_ADMIN where nobody would be left to run the community. */
  async setRole(viewer: Viewer, memberId: string, role: Role): Promise<void> {
    requirePermission(viewer, 'administer');
    await this.transactor.run(viewer.communityId, async (tx) => {
      await lockCommunity(tx, viewer);
      const member = await lockMember(tx, viewer, memberId);
      if (member.role === role) return;
      if (role === 'ADMIN') requireNotSuspended(member);
      const losesSeat = member.seat && role === 'ALUM';
      await tx.rows(sql`
        UPDATE members SET role = ${role}, seat = ${member.seat && !losesSeat}
        WHERE community_id = ${viewer.communityId} AND id = ${memberId}`);
      if (member.role === 'ADMIN') await this.requireAdmin(tx, viewer);
      const change = { type: 'member.role_set', subjectId: memberId, data: { from: member.role, to: role } } as const;
      await this.events.append(tx, viewer, change, ...(losesSeat ? [seatEvent(memberId, false)] : []));
    });
  }

  /** Gives a member a moderation seat, or takes it; an ALUM can have none. */
  async setSeat(viewer: Viewer, memberId: string, seat: boolean): Promise<void> {
    requirePermission(viewer, 'administer');
    await this.transactor.run(viewer.communityId, async (tx) => {
      const member = await lockMember(tx, viewer, memberId);
      if (member.seat === seat) return;
      if (member.role === 'ALUM')
        throw DomainError.invalid('An alum can hold no moderation seat: give them another role first.');
      await tx.rows(sql`
        UPDATE members SET seat = ${seat}
        WHERE community_id = ${viewer.communityId} AND id = ${memberId}`);
      await this.events.append(tx, viewer, seatEvent(memberId, seat));
    });
  }

  /** An admin counts who can log in and act: one whom nobody has claimed, or who is suspended, does not. */
  private async requireAdmin(tx: Tx, viewer: MemberViewer): Promise<void> {
    const admin = await tx.row(sql`
      SELECT id FROM members WHERE community_id = ${viewer.communityId} AND role = 'ADMIN' AND user_id IS NOT NULL
        AND (suspended_until IS NULL OR suspended_until <= now()) LIMIT 1`);
    if (!admin) throw new DomainError('LAST_ADMIN', 'This is the last admin: give somebody else the role ADMIN first.');
  }
}

function requireNotSuspended({ suspendedUntil }: Member): void {
  if (suspendedUntil && suspendedUntil > new Date())
    throw DomainError.invalid('A suspended member cannot become an admin: lift the suspension first.');
}

function seatEvent(memberId: string, seat: boolean) {
  return {
    type: seat ? 'member.seat_granted' : 'member.seat_revoked',
    subjectId: memberId,
    data: { from: !seat, to: seat },
  } as const;
}
