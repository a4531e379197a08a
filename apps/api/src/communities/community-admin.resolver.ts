import { Args, Context, Extensions, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import {
  CommunityEditingService,
  effectiveSettings,
  may,
  type Community,
  type CommunitySettings,
  type Viewer,
} from '@app/community';
import { Allow } from '../common/allow.decorator';
import { CurrentViewer } from '../common/current-viewer.decorator';
import type { RequestContext } from '../common/request-context';
import { CommunitySettingsType } from './community-settings.type';
import { UpdateCommunityInput } from './community.input';
import { CommunityType } from './community.type';

/** What admins see and change of their community. */
@Resolver(() => CommunityType)
export class CommunityAdminResolver {
  constructor(private readonly editing: CommunityEditingService) {}

  @ResolveField(() => CommunitySettingsType, {
    nullable: true,
    description: 'How it works; admins see it, others see null.',
  })
  @Extensions({ alwaysResolve: true })
  settings(@Parent() community: Community, @Context() context: RequestContext): CommunitySettings | null {
    return may(context.viewerOf(community.id), 'administer') ? effectiveSettings(community.settings) : null;
  }

  @Mutation(() => CommunityType, { description: 'Changes a community. CONFLICT on an old version.' })
  @Allow('administer')
  updateCommunity(@Args('input') input: UpdateCommunityInput, @CurrentViewer() viewer: Viewer): Promise<Community> {
    return this.editing.update(viewer, input);
  }
}
