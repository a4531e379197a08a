import { Injectable } from '@nestjs/common';
import { EventLog, Transactor } from '@app/database';
import { DomainError, type Role } from '@app/kernel';
import sql from 'sql-template-tag';
import { requirePermission } from '../access/may';
import { lockCommunity } from '../communities/community-for-change';
import type { Viewer } from '../viewer/viewer';
import { requireAdmin } from './last-admin';
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
      if (member.role === 'ADMIN') await requireAdmin(tx, viewer.communityId);
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
