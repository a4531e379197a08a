import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { MemberLoader, type Member, type OfficialMark } from '@app/community';
import type { RequestContext } from '../common/request-context';
import { MemberType } from '../members/member.type';
import { OfficialMarkType } from './official-mark.type';

/** Who stands behind an official answer. */
@Resolver(() => OfficialMarkType)
export class OfficialMarkPeopleResolver {
  constructor(private readonly members: MemberLoader) {}

  @ResolveField(() => MemberType, { description: 'Who marked it.' })
  markedBy(@Parent() mark: OfficialMark, @Context() context: RequestContext): Promise<Member | null> {
    return this.members.load(context.viewerOf(mark.communityId), mark.markedById);
  }

  @ResolveField(() => MemberType, { description: 'Who keeps it true.' })
  owner(@Parent() mark: OfficialMark, @Context() context: RequestContext): Promise<Member | null> {
    return this.members.load(context.viewerOf(mark.communityId), mark.ownerId);
  }
}
