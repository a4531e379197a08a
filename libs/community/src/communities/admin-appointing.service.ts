import { Injectable } from '@nestjs/common';
import { EventLog, Reader, selectList, Transactor, type Tx } from '@app/database';
import { Invitations } from '@app/identity';
import { DomainError, emailFault, newId, normaliseEmail } from '@app/kernel';
import sql from 'sql-template-tag';
import { MemberClaims } from '../joining/member-claims';
import { insertMember } from '../joining/new-member';
import type { Member } from '../members/member.entity';
import { Community } from './community.entity';

/** An admin of a community, as it is told to whoever made them one. */
export interface AppointedAdmin {
  readonly displayName: string;
  /** The secret of a link by which they set a password; null for who has one. */
  readonly token: string | null;
}

type Appointed = Pick<Member, 'id' | 'role' | 'displayName' | 'suspendedUntil'>;

/** Makes admins from outside of a community: for whoever runs the installation, and vouches for the address. */
@Injectable()
export class AdminAppointingService {
  constructor(
    private readonly transactor: Transactor,
    private readonly reader: Reader,
    private readonly invitations: Invitations,
    private readonly claims: MemberClaims,
    private readonly events: EventLog,
  ) {}

  /**
   * Whoever has the address becomes an admin: the member whom they are, or who waits for them under it, or a new one.
   * Doing it again changes nothing. NOT_FOUND without such a community, INVALID_INPUT for a suspended member.
   */
  async appoint(slug: string, address: string): Promise<AppointedAdmin> {
    const email = normaliseEmail(address);
    const fault = emailFault(email);
    if (fault) throw DomainError.invalid(`The address of the admin ${fault}.`);
    const [community] = await this.reader.globalRows<Community>(
      sql`SELECT ${selectList(Community, 'c')} FROM communities c WHERE c.slug = ${slug}`,
    );
    if (!community)
      throw new DomainError('NOT_FOUND', `There is no community "${slug}": found it, or correct the slug.`);
    return this.transactor.run(community.id, async (tx) => {
      const { userId, token } = await this.invitations.invite(tx, email);
      await tx.rows(sql`SELECT id FROM users WHERE id = ${userId} FOR NO KEY UPDATE`);
      const known =
        (await this.member(tx, community, userId)) ?? (await this.awaited(tx, community, { userId, email }));
      if (!known) return { displayName: await this.admit(tx, community, { userId, email }), token };
      await this.promote(tx, community, known);
      return { displayName: known.displayName, token };
    });
  }

  private async member(tx: Tx, { id }: Community, userId: string): Promise<Appointed | null> {
    return tx.row<Appointed>(sql`
      SELECT id, role, display_name AS "displayName", suspended_until AS "suspendedUntil" FROM members
      WHERE community_id = ${id} AND user_id = ${userId} FOR NO KEY UPDATE`);
  }

  private async awaited(
    tx: Tx,
    community: Community,
    user: { userId: string; email: string },
  ): Promise<Appointed | null> {
    return (await this.claims.takeWaiting(tx, community, user)) ? this.member(tx, community, user.userId) : null;
  }

  private async promote(tx: Tx, { id: communityId }: Community, member: Appointed): Promise<void> {
    if (member.role === 'ADMIN') return;
    if (member.suspendedUntil && member.suspendedUntil > new Date())
      throw DomainError.invalid('A suspended member cannot become an admin: lift the suspension first.');
    await tx.rows(sql`UPDATE members SET role = 'ADMIN' WHERE community_id = ${communityId} AND id = ${member.id}`);
    const data = { from: member.role, to: 'ADMIN' };
    await this.events.append(tx, system(communityId), { type: 'member.role_set', subjectId: member.id, data });
  }

  private async admit(
    tx: Tx,
    { id: communityId }: Community,
    { userId, email }: { userId: string; email: string },
  ): Promise<string> {
    const id = newId();
    const displayName = email.slice(0, email.indexOf('@')).slice(0, 60);
    const handle = await insertMember(tx, { communityId, id, userId, displayName, role: 'ADMIN' });
    if (!handle) throw new DomainError('HANDLE_TAKEN', 'No handle is free for them: let them join first.');
    const data = { handle, role: 'ADMIN' };
    await this.events.append(tx, system(communityId), { type: 'member.joined', subjectId: id, data });
    return displayName;
  }
}

function system(communityId: string) {
  return { communityId, memberId: null, role: null, actingUserId: null };
}
