import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { MemberLoader, type Flag, type Member } from '@app/community';
import type { RequestContext } from '../common/request-context';
import { MemberType } from '../members/member.type';
import { FlagType } from './moderation-item.type';

/** What a flag leads to. */
@Resolver(() => FlagType)
export class FlagResolver {
  constructor(private readonly members: MemberLoader) {}

  @ResolveField(() => MemberType, { description: 'Who flagged the post.' })
  member(@Parent() flag: Flag, @Context() context: RequestContext): Promise<Member | null> {
    return this.members.load(context.viewerOf(flag.communityId), flag.memberId);
  }
}
