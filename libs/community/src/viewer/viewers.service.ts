import { Injectable } from '@nestjs/common';
import { Reader, selectList } from '@app/database';
import { DomainError, type Role } from '@app/kernel';
import { LRUCache } from 'lru-cache';
import sql, { type Sql } from 'sql-template-tag';
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

type Membership = Pick<Member, 'id' | 'role' | 'seat' | 'suspendedUntil' | 'trust' | 'createdAt'>;

/** Communities of one user that are told. */
const MOST_MEMBERSHIPS = 200;
const REMEMBERED_SLUGS = 10_000;

/** One community of a user. */
export interface OwnMembership {
  readonly viewer: Viewer;
  readonly member: Member;
}

/** Says who a credential is in a community. */
@Injectable()
export class ViewersService {
  /** Which community had a slug when it was last looked up: it saves a trip, and each use is checked by the row. */
  private readonly keys = new LRUCache<string, string>({ max: REMEMBERED_SLUGS });

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
    const find = sql`SELECT ${selectList(Community, 'c')} FROM communities c WHERE c.slug = ${slug}`;
    const remembered = credential.userId ? this.keys.get(slug) : undefined;
    if (remembered) {
      const [[known], members] = await this.reader.round<[Community[], Membership[]]>(remembered, [
        find,
        this.membership(remembered, credential),
      ]);
      if (known?.id === remembered) return this.viewer(known, members[0], credential);
    }
    const [community] = await this.reader.globalRows<Community>(find);
    if (community) this.keys.set(slug, community.id);
    if (!community || !credential.userId) return this.viewer(community, undefined, credential);
    const member = await this.reader.row<Membership>(community.id, this.membership(community.id, credential));
    return this.viewer(community, member, credential);
  }

  /** Where the user behind a credential is a member, the first joined first, with who they are there. */
  async memberships(userId: string, credential: Credential): Promise<OwnMembership[]> {
    const [members, communities] = await this.reader.ownRound<[Member[], Community[]]>(userId, [
      sql`SELECT ${selectList(Member, 'm')} FROM members m WHERE m.user_id = ${userId}
          ORDER BY m.created_at, m.id LIMIT ${MOST_MEMBERSHIPS}`,
      sql`SELECT ${selectList(Community, 'c')} FROM communities c
          WHERE c.id = ANY (ARRAY (SELECT m.community_id FROM members m WHERE m.user_id = ${userId}
            ORDER BY m.created_at, m.id LIMIT ${MOST_MEMBERSHIPS}))`,
    ]);
    return members.flatMap((member) => {
      const community = communities.find(({ id }) => id === member.communityId);
      const viewer = this.viewer(community, member, { ...credential, actAs: null });
      return viewer ? [{ viewer, member }] : [];
    });
  }

  private membership(communityId: string, { userId, actAs }: Credential): Sql {
    const columns = selectList(Member, 'm', ['id', 'role', 'seat', 'suspendedUntil', 'trust', 'createdAt']);
    // Whoever lets a key act for members must still be an admin there: judged with each use.
    return actAs
      ? sql`SELECT ${columns} FROM members m WHERE m.community_id = ${communityId} AND m.id = ${actAs.memberId}
          AND m.community_id = ${actAs.communityId} AND m.erased_at IS NULL AND EXISTS (
            SELECT FROM members o WHERE o.community_id = ${communityId} AND o.user_id = ${userId} AND o.role = 'ADMIN'
              AND (o.suspended_until IS NULL OR o.suspended_until <= now()))`
      : sql`SELECT ${columns} FROM members m WHERE m.community_id = ${communityId} AND m.user_id = ${userId}`;
  }

  private viewer(
    community: Community | undefined,
    member: Membership | null | undefined,
    credential: Credential,
  ): Viewer | null {
    if (!community) return null;
    if (!member && credential.actAs?.communityId === community.id) {
      throw new DomainError(
        'FORBIDDEN',
        'This key cannot act for that member: there is none, or the owner of the key is no longer an admin there.',
      );
    }
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
      trust: member?.trust ?? 0,
      actingUserId: credential.actAs ? credential.userId : null,
      scopes: credential.scopes,
    };
  }
}
