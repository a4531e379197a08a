import { Args, Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { MemberLoader, MembersReader, type Community, type Member } from '@app/community';
import { pageRequest, type Connection } from '@app/kernel';
import type { RequestContext } from '../common/request-context';
import { CommunityType } from '../communities/community.type';
import { MemberListArgs } from './member-list.args';
import { MemberConnection, MemberType } from './member.type';

/** The members of a community. */
@Resolver(() => CommunityType)
export class CommunityMembersResolver {
  constructor(
    private readonly reader: MembersReader,
    private readonly loader: MemberLoader,
  ) {}

  @ResolveField(() => MemberConnection, {
    description: 'Its members, those of all roles; former members are left out.',
  })
  members(
    @Parent() community: Community,
    @Args() args: MemberListArgs,
    @Context() context: RequestContext,
  ): Promise<Connection<Member>> {
    const { order, role } = args;
    return this.reader.list(context.viewerOf(community.id), { order, role, page: pageRequest(args) });
  }

  @ResolveField(() => MemberType, { nullable: true, description: 'The member with this handle.' })
  member(
    @Parent() community: Community,
    @Args('handle', { description: 'The handle, without @.' }) handle: string,
    @Context() context: RequestContext,
  ): Promise<Member | null> {
    return this.reader.byHandle(context.viewerOf(community.id), handle);
  }

  @ResolveField(() => MemberType, {
    nullable: true,
    description: 'What the viewer is here; null for who is no member.',
  })
  viewerMember(@Parent() community: Community, @Context() context: RequestContext): Promise<Member | null> | null {
    const viewer = context.viewerOf(community.id);
    return viewer.memberId ? this.loader.load(viewer, viewer.memberId) : null;
  }
}
