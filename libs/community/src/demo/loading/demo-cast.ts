import type { Role } from '@app/kernel';
import { Community } from '../../communities/community.entity';
import type { MemberViewer } from '../../viewer/viewer';
import type { DemoAct, DemoCommunity, DemoMember, Minutes } from '../demo-community.types';

/** The people of a demo community as of each minute of its story. */
export class DemoCast {
  private readonly byHandle: ReadonlyMap<string, DemoMember>;
  private readonly start: number;
  private readonly community: Community;

  constructor(readonly demo: DemoCommunity) {
    this.byHandle = new Map(demo.members.map((member) => [member.handle, member]));
    this.start = Date.parse(demo.start);
    this.community = Object.assign(new Community(), {
      id: demo.id,
      slug: demo.slug,
      name: demo.name,
      locale: demo.locale,
      visibility: 'PUBLIC',
      settings: {},
      trustEpoch: null,
      version: 1,
      createdAt: new Date(this.start),
    });
  }

  /** When a minute was. */
  moment(at: Minutes): Date {
    return new Date(this.start + at * 60_000);
  }

  member(handle: string): DemoMember {
    const member = this.byHandle.get(handle);
    if (!member) throw new TypeError(`Nobody in the demo community is called ${handle}.`);
    return member;
  }

  /** The minute in which somebody joined. */
  joined(handle: string): Minutes {
    return this.member(handle).roles[0]?.at ?? 0;
  }

  /** Who does something, in the role and with the seat of that minute. */
  viewer({ by, at }: DemoAct): MemberViewer {
    const { id, roles, seatAt } = this.member(by);
    return {
      community: this.community,
      communityId: this.demo.id,
      userId: null,
      actingUserId: null,
      memberId: id,
      role: roleAt(roles, at),
      seat: seatAt !== null && seatAt <= at,
      suspended: false,
      joinedAt: this.moment(this.joined(by)),
      trust: 0,
      scopes: ['read', 'write', 'admin'],
    };
  }
}

function roleAt(roles: DemoMember['roles'], at: Minutes): Role {
  return roles.findLast((held) => held.at <= at)?.role ?? 'CUSTOMER';
}
