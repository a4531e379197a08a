import { Injectable } from '@nestjs/common';
import { createOnce, EventLog, Transactor, type Tx } from '@app/database';
import { requireUser, type Principal } from '@app/identity';
import { DomainError, type Role } from '@app/kernel';
import sql from 'sql-template-tag';
import { effectiveSettings } from '../communities/community-settings';
import type { Viewer } from '../viewer/viewer';
import { isCompanyAddress } from './company-domain';
import { MemberClaims } from './member-claims';
import { insertMember } from './new-member';

/** How they want to be seen. */
export interface JoinCommunity {
  readonly idempotencyKey: string;
  readonly displayName: string;
  /** Suggested by the display name where it is left out. */
  readonly handle?: string | null;
}

interface Newcomer extends JoinCommunity {
  /** Of the member to be. */
  readonly id: string;
  readonly userId: string;
  readonly email: string;
  readonly emailVerified: boolean;
}

/**
 * Makes members of users. `openToJoin` alone decides whether people may join by themselves; a community that is for
 * members only and not open answers as if it were not there. A verified address of the company makes an EMPLOYEE. Whoever
 * is awaited under their verified address becomes the member who waits there, whether or not the community is open.
 */
@Injectable()
export class JoiningService {
  constructor(
    private readonly transactor: Transactor,
    private readonly events: EventLog,
    private readonly claims: MemberClaims,
  ) {}

  /** The id of the user's one member there, made by this call or before. HANDLE_TAKEN for a handle in use. */
  async join(viewer: Viewer | null, principal: Principal, input: JoinCommunity): Promise<string> {
    requireUser(principal);
    if (!viewer) throw DomainError.notFound('community');
    if (viewer.actingUserId) throw new DomainError('FORBIDDEN', 'A key cannot join for the member that it acts for.');
    const { communityId } = viewer;
    const { userId } = principal;
    const call = { communityId, memberId: userId, operation: 'join', key: input.idempotencyKey, input };
    return this.transactor.run(communityId, async (tx) => {
      // Whoever joins from two windows at once waits here for themselves; so does the verifying of the address.
      const user = await tx.row<Pick<Newcomer, 'email' | 'emailVerified'>>(sql`
        SELECT email, email_verified_at IS NOT NULL AS "emailVerified" FROM users WHERE id = ${userId} FOR NO KEY UPDATE`);
      if (!user) throw DomainError.notFound('user');
      const made = await createOnce(tx, call, (id) => this.make(tx, viewer, { ...input, ...user, id, userId }));
      const member = await tx.row<{ id: string }>(
        sql`SELECT id FROM members WHERE community_id = ${communityId} AND user_id = ${userId}`,
      );
      return member?.id ?? made;
    });
  }

  private async make(tx: Tx, viewer: Viewer, newcomer: Newcomer): Promise<void> {
    const { communityId, community } = viewer;
    const { id, userId, email, emailVerified } = newcomer;
    const known = await tx.row(sql`SELECT id FROM members WHERE community_id = ${communityId} AND user_id = ${userId}`);
    if (known || (emailVerified && (await this.claims.takeWaiting(tx, community, newcomer)))) return;
    requireOpenDoor(viewer);
    const company = emailVerified && isCompanyAddress(email, effectiveSettings(community.settings));
    const role: Role = company ? 'EMPLOYEE' : 'CUSTOMER';
    const handle = await insertMember(tx, { ...newcomer, communityId, role });
    if (!handle)
      throw new DomainError('HANDLE_TAKEN', 'Another member of this community has this handle: choose another one.');
    const actor = { communityId, memberId: id, role, actingUserId: null };
    await this.events.append(tx, actor, { type: 'member.joined', subjectId: id, data: { handle, role } });
  }
}

function requireOpenDoor({ community }: Viewer): void {
  if (effectiveSettings(community.settings).openToJoin) return;
  if (community.visibility === 'MEMBERS_ONLY') throw DomainError.notFound('community');
  throw new DomainError('FORBIDDEN', 'Nobody joins this community by themselves: ask its admins to let you in.');
}
