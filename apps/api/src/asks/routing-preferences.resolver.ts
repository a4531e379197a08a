import { Args, Context, Extensions, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { TagLoader, type MemberViewer, type TagRow } from '@app/community';
import {
  MOST_MUTED_TAGS,
  RoutingPreferencesReader,
  RoutingPreferencesService,
  type RoutingPreferences,
} from '@app/superfans';
import { Allow } from '../common/allow.decorator';
import { CurrentViewer } from '../common/current-viewer.decorator';
import type { RequestContext } from '../common/request-context';
import { TagType } from '../tags/tag.type';
import { RoutingPreferencesArgs } from './asks.args';
import { UpdateRoutingPreferencesInput } from './routing-preferences.input';
import { RoutingPreferencesType } from './routing-preferences.type';

/** Lets members say how they want to be asked. */
@Resolver(() => RoutingPreferencesType)
export class RoutingPreferencesResolver {
  constructor(
    private readonly preferences: RoutingPreferencesReader,
    private readonly service: RoutingPreferencesService,
    private readonly tags: TagLoader,
  ) {}

  @Query(() => RoutingPreferencesType, { description: 'How the viewer wants to be asked in a community.' })
  @Allow('participate')
  myRoutingPreferences(
    @Args() _: RoutingPreferencesArgs,
    @CurrentViewer() viewer: MemberViewer,
  ): Promise<RoutingPreferences> {
    return this.preferences.own(viewer);
  }

  @Mutation(() => RoutingPreferencesType, {
    description: 'Says how the viewer wants to be asked. It holds for every ask that is made from then on.',
  })
  @Allow('participate')
  async updateRoutingPreferences(
    @Args('input') input: UpdateRoutingPreferencesInput,
    @CurrentViewer() viewer: MemberViewer,
  ): Promise<RoutingPreferences> {
    await this.service.update(viewer, UpdateRoutingPreferencesInput.toChange(input));
    return this.preferences.own(viewer);
  }

  @ResolveField(() => [TagType], { description: 'Tags about which they are not asked, by name.' })
  @Extensions({ listSize: MOST_MUTED_TAGS })
  async mutedTags(
    @Parent() { communityId, mutedTagIds }: RoutingPreferences,
    @Context() context: RequestContext,
  ): Promise<TagRow[]> {
    const tags = await Promise.all(mutedTagIds.map((id) => this.tags.load(context.viewerOf(communityId), id)));
    return tags.filter((tag) => tag !== null);
  }
}
