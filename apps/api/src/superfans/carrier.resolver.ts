import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { MemberLoader, type Member } from '@app/community';
import type { Carrier } from '@app/superfans';
import type { RequestContext } from '../common/request-context';
import { MemberType } from '../members/member.type';
import { CarrierType } from './superfan-carry.type';

/** Who carries. */
@Resolver(() => CarrierType)
export class CarrierResolver {
  constructor(private readonly members: MemberLoader) {}

  @ResolveField(() => MemberType, { nullable: true, description: 'The member.' })
  member(@Parent() { communityId, memberId }: Carrier, @Context() context: RequestContext): Promise<Member | null> {
    return this.members.load(context.viewerOf(communityId), memberId);
  }
}
