import { Args, Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { FollowsReader, type Follow, type Member } from '@app/community';
import { pageRequest, type Connection } from '@app/kernel';
import { PageArgs } from '../common/page.args';
import type { RequestContext } from '../common/request-context';
import { MemberType } from '../members/member.type';
import { FollowConnection } from './follow.type';

/** What a member follows. */
@Resolver(() => MemberType)
export class MemberFollowsResolver {
  constructor(private readonly reader: FollowsReader) {}

  @ResolveField(() => FollowConnection, {
    nullable: true,
    description: 'What they follow, newest first; null unless the viewer is that member.',
  })
  follows(
    @Parent() member: Member,
    @Args() page: PageArgs,
    @Context() context: RequestContext,
  ): Promise<Connection<Follow> | null> {
    return this.reader.ofMember(context.viewerOf(member.communityId), member.id, pageRequest(page));
  }
}
