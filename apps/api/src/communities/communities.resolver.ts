import { Args, Query, Resolver } from '@nestjs/graphql';
import type { Community, Viewer } from '@app/community';
import { Allow } from '../common/allow.decorator';
import { CurrentViewer } from '../common/current-viewer.decorator';
import { CommunityType } from './community.type';

/** Finds communities. */
@Resolver(() => CommunityType)
export class CommunitiesResolver {
  @Query(() => CommunityType, { description: 'The community with this slug.' })
  @Allow('reader')
  community(
    @Args('slug', { description: 'The name in addresses.' }) slug: string,
    @CurrentViewer() viewer: Viewer,
  ): Community {
    return viewer.community;
  }
}
