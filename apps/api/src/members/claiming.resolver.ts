import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { MemberLoader, type Member, type Viewer } from '@app/community';
import { ClaimingService } from '@app/interchange';
import { Allow } from '../common/allow.decorator';
import { CurrentViewer } from '../common/current-viewer.decorator';
import { ClaimMemberInput } from './claiming.input';
import { MemberType } from './member.type';

/** Lets admins say whom an unclaimed member stands for. */
@Resolver()
export class ClaimingResolver {
  constructor(
    private readonly claiming: ClaimingService,
    private readonly members: MemberLoader,
  ) {}

  @Mutation(() => MemberType, {
    description:
      'Says whom an unclaimed member stands for, and returns the member that it is from now on. Where the address, verified, is that of a member already, all that the unclaimed one wrote and got is given to that one, and an empty former member is left. Otherwise the member waits for whoever joins with the address. Nobody is mailed; saying it again changes nothing.',
  })
  @Allow('administer')
  async claimMember(@Args('input') input: ClaimMemberInput, @CurrentViewer() viewer: Viewer): Promise<Member | null> {
    return this.members.load(viewer, await this.claiming.claim(viewer, input));
  }
}
