import { Injectable } from '@nestjs/common';
import { requirePermission, type MemberViewer, type Viewer } from '@app/community';
import { EventLog, Transactor, type Tx } from '@app/database';
import { AccountErasure } from '@app/identity';
import { DomainError } from '@app/kernel';
import sql from 'sql-template-tag';
import { MemberErasure } from './member-erasure';

/** Whom to erase, and why. */
export interface EraseMember {
  readonly memberId: string;
  /** Kept with the event; it should not name the member. */
  readonly reason: string;
}

/** Lets admins erase members of their community, also those whom nobody has claimed. */
@Injectable()
export class MemberErasingService {
  constructor(
    private readonly transactor: Transactor,
    private readonly events: EventLog,
    private readonly erasure: MemberErasure,
    private readonly accounts: AccountErasure,
  ) {}

  /**
   * Makes a former member of a member; a second time changes nothing. A user who is a member nowhere else is erased as
   * well. LAST_ADMIN where nobody would be left to run the community.
   */
  async erase(viewer: Viewer, input: EraseMember): Promise<void> {
    requirePermission(viewer, 'administer');
    if (input.memberId === viewer.memberId)
      throw DomainError.invalid('This is you: erase your account as a whole, with your password.');
    await this.transactor.run(viewer.communityId, (tx) => this.apply(tx, viewer, input));
  }

  private async apply(tx: Tx, viewer: MemberViewer, { memberId, reason }: EraseMember): Promise<void> {
    const { communityId } = viewer;
    const owner = await tx.row<{ userId: string | null }>(
      sql`SELECT user_id AS "userId" FROM members WHERE community_id = ${communityId} AND id = ${memberId}`,
    );
    const user = owner?.userId ? await this.accounts.lock(tx, owner.userId) : null;
    const member = await this.erasure.erase(tx, communityId, memberId);
    if (!member) return;
    const erased = { type: 'member.erased', subjectId: memberId, data: { by: 'ADMIN', reason } } as const;
    await this.events.append(tx, viewer, erased);
    if (!user || user.userId !== member.userId) return;
    await tx.showOwn(user.userId);
    const elsewhere = await tx.row(sql`SELECT FROM members WHERE user_id = ${user.userId} LIMIT 1`);
    if (!elsewhere) await this.accounts.erase(tx, user);
  }
}
