import { Injectable } from '@nestjs/common';
import { EventLog, type Tx } from '@app/database';
import type { Role } from '@app/kernel';
import sql from 'sql-template-tag';
import { effectiveSettings } from '../communities/community-settings';
import type { Community } from '../communities/community.entity';
import { isCompanyAddress } from './company-domain';

/** Somebody whose address is known to be theirs. */
export interface ClaimingUser {
  readonly userId: string;
  readonly email: string;
}

/** Gives unclaimed members to the people whom they stand for. What they wrote, their name and their role stay. */
@Injectable()
export class MemberClaims {
  constructor(private readonly events: EventLog) {}

  /**
   * Makes the user the unclaimed member that waits under their verified address, of several the one who joined first.
   * Returns the key of the member; null where none waits.
   */
  async takeWaiting(tx: Tx, community: Community, user: ClaimingUser): Promise<string | null> {
    const waiting = await tx.row<{ id: string }>(sql`
      SELECT m.id FROM member_addresses a JOIN members m ON m.community_id = a.community_id AND m.id = a.member_id
      WHERE a.community_id = ${community.id} AND a.email = ${user.email} AND m.user_id IS NULL AND m.erased_at IS NULL
      ORDER BY m.created_at, m.id LIMIT 1`);
    const taken = waiting && (await this.give(tx, community, user, waiting.id));
    return taken ? waiting.id : null;
  }

  /** Whether the member is the user's now; not where somebody was faster. The user's row is locked by the caller. */
  private async give(
    tx: Tx,
    community: Community,
    { userId, email }: ClaimingUser,
    memberId: string,
  ): Promise<boolean> {
    const promoted = isCompanyAddress(email, effectiveSettings(community.settings));
    const member = await tx.row<{ role: Role; was: Role }>(sql`
      WITH was AS (
        SELECT role FROM members WHERE community_id = ${community.id} AND id = ${memberId} AND user_id IS NULL
          AND erased_at IS NULL FOR NO KEY UPDATE)
      UPDATE members m SET user_id = ${userId},
        role = CASE WHEN ${promoted} AND was.role = 'CUSTOMER' THEN 'EMPLOYEE' ELSE was.role END
      FROM was WHERE m.community_id = ${community.id} AND m.id = ${memberId} RETURNING m.role, was.role AS was`);
    if (!member) return false;
    await tx.rows(sql`DELETE FROM member_addresses WHERE community_id = ${community.id} AND member_id = ${memberId}`);
    const { role, was } = member;
    const actor = { communityId: community.id, memberId, role, actingUserId: null };
    const claimed = { type: 'member.claimed', subjectId: memberId, data: { by: 'ADDRESS', role } } as const;
    const change = { from: was, to: role, because: 'VERIFIED_COMPANY_ADDRESS' };
    const promotion = { type: 'member.role_set', subjectId: memberId, data: change } as const;
    await this.events.append(tx, actor, claimed, ...(role === was ? [] : [promotion]));
    return true;
  }
}
