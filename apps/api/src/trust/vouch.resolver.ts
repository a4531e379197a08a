import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { MemberLoader, type Member } from '@app/community';
import type { VouchRow } from '@app/reputation';
import type { RequestContext } from '../common/request-context';
import { MemberType } from '../members/member.type';
import { VouchType } from './vouch.type';

/** Who vouches, and for whom. */
@Resolver(() => VouchType)
export class VouchResolver {
  constructor(private readonly members: MemberLoader) {}

  @ResolveField(() => MemberType, { nullable: true, description: 'For whom.' })
  member(@Parent() { communityId, memberId }: VouchRow, @Context() context: RequestContext): Promise<Member | null> {
    return this.members.load(context.viewerOf(communityId), memberId);
  }

  @ResolveField(() => MemberType, { nullable: true, description: 'Who vouches.' })
  voucher(@Parent() { communityId, voucherId }: VouchRow, @Context() context: RequestContext): Promise<Member | null> {
    return this.members.load(context.viewerOf(communityId), voucherId);
  }
}
