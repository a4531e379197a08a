import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { FollowLoader, type Member } from '@app/community';
import type { RequestContext } from '../common/request-context';
import { MemberType } from '../members/member.type';

/** Whether the viewer follows a member. */
@Resolver(() => MemberType)
export class MemberFollowResolver {
  constructor(private readonly follows: FollowLoader) {}

  @ResolveField(() => Boolean, { description: 'Whether the viewer follows them.' })
  async viewerFollows(@Parent() { communityId, id }: Member, @Context() context: RequestContext): Promise<boolean> {
    return (await this.follows.load(context.viewerOf(communityId), { thing: 'Member', id })) ?? false;
  }
}
