import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { MemberLoader, type Member } from '@app/community';
import type { AskedPerson } from '@app/superfans';
import type { RequestContext } from '../common/request-context';
import { MemberType } from '../members/member.type';
import { AskedPersonType } from './asked-person.type';

/** Whom an asked person is. */
@Resolver(() => AskedPersonType)
export class AskedPersonResolver {
  constructor(private readonly members: MemberLoader) {}

  @ResolveField(() => MemberType, { description: 'Who.' })
  member(@Parent() { communityId, memberId }: AskedPerson, @Context() context: RequestContext): Promise<Member | null> {
    return this.members.load(context.viewerOf(communityId), memberId);
  }
}
