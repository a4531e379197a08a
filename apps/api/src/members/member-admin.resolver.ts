import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { MemberLoader, MemberProvisioningService, MemberRolesService, type Member, type Viewer } from '@app/community';
import { Allow } from '../common/allow.decorator';
import { CurrentViewer } from '../common/current-viewer.decorator';
import { CreateMemberInput, SeatInput, SetRoleInput } from './member-admin.input';
import { MemberType } from './member.type';

/** What admins do with members. */
@Resolver()
export class MemberAdminResolver {
  constructor(
    private readonly provisioning: MemberProvisioningService,
    private readonly roles: MemberRolesService,
    private readonly members: MemberLoader,
  ) {}

  @Mutation(() => MemberType, {
    description: 'Makes a member whom nobody has claimed yet: for imports, and for keys that act for them.',
  })
  @Allow('administer')
  async createMember(@Args('input') input: CreateMemberInput, @CurrentViewer() viewer: Viewer): Promise<Member | null> {
    return this.members.load(viewer, await this.provisioning.create(viewer, input));
  }

  @Mutation(() => MemberType, {
    description: 'Gives a member a role. LAST_ADMIN where nobody would be left to run the community.',
  })
  @Allow('administer')
  async setRole(
    @Args('input') { memberId, role }: SetRoleInput,
    @CurrentViewer() viewer: Viewer,
  ): Promise<Member | null> {
    await this.roles.setRole(viewer, memberId, role);
    return this.members.load(viewer, memberId);
  }

  @Mutation(() => MemberType, { description: 'Gives a member a moderation seat; an ALUM can hold none.' })
  @Allow('administer')
  async grantSeat(@Args('input') { memberId }: SeatInput, @CurrentViewer() viewer: Viewer): Promise<Member | null> {
    await this.roles.setSeat(viewer, memberId, true);
    return this.members.load(viewer, memberId);
  }

  @Mutation(() => MemberType, { description: 'Takes the moderation seat of a member.' })
  @Allow('administer')
  async revokeSeat(@Args('input') { memberId }: SeatInput, @CurrentViewer() viewer: Viewer): Promise<Member | null> {
    await this.roles.setSeat(viewer, memberId, false);
    return this.members.load(viewer, memberId);
  }
}
