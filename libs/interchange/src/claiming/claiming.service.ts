import { Injectable } from '@nestjs/common';
import { Member, requirePermission, type MemberViewer, type Viewer } from '@app/community';
import { EventLog, selectList, Transactor, type Tx } from '@app/database';
import { DomainError } from '@app/kernel';
import sql from 'sql-template-tag';
import { MemberMerge } from './member-merge';

/** Which unclaimed member is whose. */
export interface ClaimMember {
  readonly memberId: string;
  /** Normalised. */
  readonly email: string;
}

/** Lets admins say whom an unclaimed member stands for. Nobody is mailed. */
@Injectable()
export class ClaimingService {
  constructor(
    private readonly transactor: Transactor,
    private readonly events: EventLog,
    private readonly merging: MemberMerge,
  ) {}

  /**
   * Gives all that the member wrote and got to the member with this verified address. Where there is none, it waits for
   * whoever joins with it: nobody becomes a member unasked, and no admin learns who has an account. Returns the key of
   * the member that it is from now on; saying the same again changes nothing. INVALID_INPUT for a member who is claimed
   * or a former one.
   */
  async claim(viewer: Viewer, { memberId, email }: ClaimMember): Promise<string> {
    requirePermission(viewer, 'administer');
    return this.transactor.run(viewer.communityId, async (tx) => {
      const user = await tx.row<{ userId: string }>(sql`
        SELECT id AS "userId" FROM users WHERE email = ${email} AND email_verified_at IS NOT NULL FOR NO KEY UPDATE`);
      const member = await this.member(tx, viewer, sql`m.id = ${memberId}`);
      if (!member) throw DomainError.notFound('member');
      const own = user && (await this.member(tx, viewer, sql`m.user_id = ${user.userId}`));
      if (own && (own.id === memberId || own.id === member.mergedIntoId)) return own.id;
      requireUnclaimed(member);
      return own ? this.merge(tx, viewer, memberId, own.id) : this.note(tx, viewer, memberId, email);
    });
  }

  private async merge(tx: Tx, viewer: MemberViewer, from: string, to: string): Promise<string> {
    const { communityId } = viewer;
    await this.merging.lock(tx, { communityId, from, to });
    const member = await this.member(tx, viewer, sql`m.id = ${from}`);
    if (!member) throw DomainError.notFound('member');
    requireUnclaimed(member);
    await this.merging.merge(tx, viewer, { communityId, from, to });
    const data = { by: 'ADMIN', mergedId: from };
    await this.events.append(tx, viewer, { type: 'member.claimed', subjectId: to, data });
    return to;
  }

  private async note(tx: Tx, viewer: MemberViewer, memberId: string, email: string): Promise<string> {
    const noted = await tx.row(sql`
      INSERT INTO member_addresses (community_id, member_id, email)
      SELECT m.community_id, m.id, ${email} FROM members m
      WHERE m.community_id = ${viewer.communityId} AND m.id = ${memberId} AND m.user_id IS NULL AND m.erased_at IS NULL
      FOR NO KEY UPDATE
      ON CONFLICT (community_id, member_id) DO UPDATE SET email = excluded.email RETURNING member_id`);
    if (!noted) throw claimed();
    // Without the address: events stay, and are read by more people than addresses are for.
    await this.events.append(tx, viewer, { type: 'member.awaited', subjectId: memberId });
    return memberId;
  }

  private async member(tx: Tx, { communityId }: MemberViewer, which: ReturnType<typeof sql>): Promise<Member | null> {
    return tx.row<Member>(
      sql`SELECT ${selectList(Member, 'm')} FROM members m WHERE m.community_id = ${communityId} AND ${which}`,
    );
  }
}

function requireUnclaimed({ userId, erasedAt }: Member): void {
  if (erasedAt) throw DomainError.invalid('This is a former member: nobody can claim them.');
  if (userId) throw claimed();
}

function claimed(): DomainError {
  return DomainError.invalid('This member is claimed already: only a member whom nobody has claimed can be.');
}
