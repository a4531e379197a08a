import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { MemberLoader, MemberSuspendingService, type Member, type Viewer } from '@app/community';
import { Allow } from '../common/allow.decorator';
import { CurrentViewer } from '../common/current-viewer.decorator';
import { MemberType } from './member.type';
import { SuspendMemberInput, UnsuspendMemberInput } from './suspend-member.input';

/** Takes from members, for a time, everything but reading. */
@Resolver()
export class MemberSuspendingResolver {
  constructor(
    private readonly suspending: MemberSuspendingService,
    private readonly members: MemberLoader,
  ) {}

  @Mutation(() => MemberType, {
    description: 'Leaves a member nothing but reading, from their next request on. Only admins suspend staff.',
  })
  @Allow('curate')
  async suspendMember(
    @Args('input') input: SuspendMemberInput,
    @CurrentViewer() viewer: Viewer,
  ): Promise<Member | null> {
    await this.suspending.suspend(viewer, input);
    return this.members.load(viewer, input.memberId);
  }

  @Mutation(() => MemberType, { description: 'Lifts a suspension.' })
  @Allow('curate')
  async unsuspendMember(
    @Args('input') { memberId }: UnsuspendMemberInput,
    @CurrentViewer() viewer: Viewer,
  ): Promise<Member | null> {
    await this.suspending.unsuspend(viewer, memberId);
    return this.members.load(viewer, memberId);
  }
}
