import { Args, Context, Mutation, Resolver } from '@nestjs/graphql';
import { JoiningService, MemberLoader, type Member, type Viewer } from '@app/community';
import { Allow } from '../common/allow.decorator';
import { CurrentViewer } from '../common/current-viewer.decorator';
import type { RequestContext } from '../common/request-context';
import { JoinCommunityInput } from './joining.input';
import { MemberType } from './member.type';

/** Makes members of users. */
@Resolver()
export class JoiningResolver {
  constructor(
    private readonly joining: JoiningService,
    private readonly members: MemberLoader,
  ) {}

  @Mutation(() => MemberType, {
    description:
      'Joins a community that is open to join; whoever is a member already stays the one they are. HANDLE_TAKEN for a handle in use.',
  })
  @Allow('user')
  async joinCommunity(
    @Args('input') input: JoinCommunityInput,
    @CurrentViewer() before: Viewer | null,
    @Context() context: RequestContext,
  ): Promise<Member | null> {
    const memberId = await this.joining.join(before, context.principal, input);
    const viewer = await context.findViewerAgain(input.communityId);
    return viewer && this.members.load(viewer, memberId);
  }
}
