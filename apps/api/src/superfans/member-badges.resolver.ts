import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { Member } from '@app/community';
import { BadgesLoader, type Badge } from '@app/superfans';
import type { RequestContext } from '../common/request-context';
import { MemberType } from '../members/member.type';
import { BadgeType } from './recognition.type';

/** What leads gave a member that all can see. */
@Resolver(() => MemberType)
export class MemberBadgesResolver {
  constructor(private readonly loader: BadgesLoader) {}

  @ResolveField(() => [BadgeType], { description: 'The badges that leads gave them, the oldest first.' })
  async badges(@Parent() { communityId, id }: Member, @Context() context: RequestContext): Promise<readonly Badge[]> {
    return (await this.loader.load(context.viewerOf(communityId), id)) ?? [];
  }
}
