import { Args, Context, Extensions, Mutation, Resolver } from '@nestjs/graphql';
import { MemberLoader, type Member, type Viewer } from '@app/community';
import { MemberErasingService, OwnErasingService } from '@app/interchange';
import { Allow } from '../common/allow.decorator';
import { CurrentViewer } from '../common/current-viewer.decorator';
import type { RequestContext } from '../common/request-context';
import { EraseMeInput, EraseMemberInput } from './erasing.input';
import { MemberType } from './member.type';

/** Makes former members of members. */
@Resolver()
export class ErasingResolver {
  constructor(
    private readonly erasing: MemberErasingService,
    private readonly own: OwnErasingService,
    private readonly members: MemberLoader,
  ) {}

  @Mutation(() => MemberType, {
    description:
      'Erases a member for good: name, address, profile, follows, and what leads to them. Posts, marks and counts stay, under "Former member". A user who is a member nowhere else is erased as well. LAST_ADMIN where nobody would be left to run the community.',
  })
  @Allow('administer')
  async eraseMember(@Args('input') input: EraseMemberInput, @CurrentViewer() viewer: Viewer): Promise<Member | null> {
    await this.erasing.erase(viewer, input);
    return this.members.load(viewer, input.memberId);
  }

  @Mutation(() => Boolean, {
    description:
      'Erases who asks, for good: the account with its sessions and keys, and name, profile and follows in every community. What they posted stays, under "Former member". LOGIN_FAILED for a wrong password; LAST_ADMIN while somebody else must first become admin of a community.',
  })
  @Allow('session')
  @Extensions({ sensitive: true })
  async eraseMe(@Args('input') { password }: EraseMeInput, @Context() context: RequestContext): Promise<boolean> {
    await this.own.erase(context.principal, password ?? null, context.client);
    context.logOut();
    return true;
  }
}
