import { Injectable } from '@nestjs/common';
import { EventLog, Transactor, type Tx } from '@app/database';
import { AccountErasure, type Client, type Principal } from '@app/identity';
import sql from 'sql-template-tag';
import { MemberErasure } from './member-erasure';

/** Lets people erase themselves: in every community, and their account. */
@Injectable()
export class OwnErasingService {
  constructor(
    private readonly transactor: Transactor,
    private readonly events: EventLog,
    private readonly erasure: MemberErasure,
    private readonly accounts: AccountErasure,
  ) {}

  /**
   * All of it, or nothing. LOGIN_FAILED for a wrong password; LAST_ADMIN where a community would be left without
   * anybody to run it.
   * @param password null where the user has none: then the login must be fresh
   */
  async erase(principal: Principal, password: string | null, client: Client): Promise<void> {
    const user = await this.accounts.confirm(principal, password, client);
    await this.transactor.runGlobal(async (tx) => {
      await this.accounts.lockConfirmed(tx, user);
      for (const { communityId, id } of await this.memberships(tx, user.userId)) {
        await tx.enter(communityId);
        await this.leave(tx, communityId, id);
      }
      await this.accounts.erase(tx, user);
    });
  }

  /** In one order, as everywhere where more than one thing is locked. */
  private async memberships(tx: Tx, userId: string): Promise<{ communityId: string; id: string }[]> {
    await tx.showOwn(userId);
    return tx.rows(sql`
      SELECT community_id AS "communityId", id FROM members WHERE user_id = ${userId} ORDER BY community_id`);
  }

  private async leave(tx: Tx, communityId: string, memberId: string): Promise<void> {
    const member = await this.erasure.erase(tx, communityId, memberId);
    if (!member) return;
    const actor = { communityId, memberId, role: member.role, actingUserId: null };
    await this.events.append(tx, actor, { type: 'member.erased', subjectId: memberId, data: { by: 'SELF' } });
  }
}
