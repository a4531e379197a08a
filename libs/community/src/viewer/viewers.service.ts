import { Injectable } from '@nestjs/common';
import { Reader, selectList } from '@app/database';
import type { Role } from '@app/kernel';
import sql from 'sql-template-tag';
import { Community } from '../communities/community.entity';
import { Member } from '../members/member.entity';
import type { Scope, Viewer } from './viewer';

/** The credential behind a request, as far as communities care. */
export interface Credential {
  readonly userId: string | null;
  readonly scopes: readonly Scope[];
  /** The member that a key acts for, in the one community it may act in. */
  readonly actAs: { readonly communityId: string; readonly memberId: string } | null;
}

type Membership = Pick<Member, 'id' | 'role' | 'seat' | 'suspendedUntil' | 'createdAt'>;

/** Says who a credential is in a community. */
@Injectable()
export class ViewersService {
  constructor(private readonly reader: Reader) {}

  /** The viewer of the community with this key; null where there is no such community. */
  async byCommunityId(communityId: string, credential: Credential): Promise<Viewer | null> {
    const find = sql`SELECT ${selectList(Community, 'c')} FROM communities c WHERE c.id = ${communityId}`;
    if (!credential.userId)
      return this.viewer((await this.reader.globalRows<Community>(find))[0], undefined, credential);
    const [communities, members] = await this.reader.round<[Community[], Membership[]]>(communityId, [
      find,
      this.membership(communityId, credential),
    ]);
    return this.viewer(communities[0], members[0], credential);
  }

  /** The viewer of the community with this slug; null where there is no such community. */
  async bySlug(slug: string, credential: Credential): Promise<Viewer | null> {
    const [community] = await this.reader.globalRows<Community>(
      sql`SELECT ${selectList(Community, 'c')} FROM communities c WHERE c.slug = ${slug}`,
    );
    if (!community || !credential.userId) return this.viewer(community, undefined, credential);
    return this.viewer(
      community,
      await this.reader.row(community.id, this.membership(community.id, credential)),
      credential,
    );
  }

  private membership(communityId: string, { userId, actAs }: Credential) {
    const columns = selectList(Member, 'm', ['id', 'role', 'seat', 'suspendedUntil', 'createdAt']);
    return actAs
      ? sql`SELECT ${columns} FROM members m WHERE m.community_id = ${communityId} AND m.id = ${actAs.memberId}
          AND m.community_id = ${actAs.communityId}`
      : sql`SELECT ${columns} FROM members m WHERE m.community_id = ${communityId} AND m.user_id = ${userId}`;
  }

  private viewer(
    community: Community | undefined,
    member: Membership | null | undefined,
    credential: Credential,
  ): Viewer | null {
    if (!community) return null;
    const role: Role | null = member?.role ?? null;
    return {
      communityId: community.id,
      community,
      userId: credential.userId,
      memberId: member?.id ?? null,
      role,
      seat: member?.seat ?? false,
      suspended: !!member?.suspendedUntil && member.suspendedUntil > new Date(),
      joinedAt: member?.createdAt ?? null,
      actingUserId: credential.actAs ? credential.userId : null,
      scopes: credential.scopes,
    };
  }
}
