import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { MemberLoader, ProfileService, type Member, type MemberViewer } from '@app/community';
import { Allow } from '../common/allow.decorator';
import { CurrentViewer } from '../common/current-viewer.decorator';
import { MemberType } from './member.type';
import { UpdateProfileInput } from './profile.input';

/** Lets members say who they are. */
@Resolver()
export class ProfileResolver {
  constructor(
    private readonly profiles: ProfileService,
    private readonly members: MemberLoader,
  ) {}

  @Mutation(() => MemberType, {
    description: "Changes the viewer's own profile. HANDLE_TAKEN for another's handle; CONFLICT on an old version.",
  })
  @Allow('participate')
  async updateProfile(
    @Args('input') input: UpdateProfileInput,
    @CurrentViewer() viewer: MemberViewer,
  ): Promise<Member | null> {
    await this.profiles.update(viewer, input);
    return this.members.load(viewer, viewer.memberId);
  }
}
