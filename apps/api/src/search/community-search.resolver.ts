import { Args, Context, Extensions, Info, Int, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { Community } from '@app/community';
import { SearchInsightsReader, type SearchInsights } from '@app/search';
import type { GraphQLResolveInfo } from 'graphql';
import type { RequestContext } from '../common/request-context';
import { CommunityType } from '../communities/community.type';
import { SearchArgs } from './search.args';
import { SearchInsightsType } from './search-insights.type';
import { SearchConnectionType } from './search.type';
import { SearchView, type SearchPage } from './search.view';

/** Search in a community. */
@Resolver(() => CommunityType)
export class CommunitySearchResolver {
  constructor(
    private readonly view: SearchView,
    private readonly insights: SearchInsightsReader,
  ) {}

  @ResolveField(() => SearchConnectionType, {
    description:
      'Topics and knowledge articles that the viewer may see, best first: typos, endings, accents and synonyms of tags do not matter.',
  })
  @Extensions({ cost: 50 })
  search(
    @Parent() community: Community,
    @Args() args: SearchArgs,
    @Context() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<SearchPage> {
    return this.view.load(context.viewerOf(community.id), args, context, info);
  }

  @ResolveField(() => SearchInsightsType, { description: 'How well search serves the community. For leads.' })
  @Extensions({ cost: 50 })
  searchInsights(
    @Parent() community: Community,
    @Args('days', { type: () => Int, defaultValue: 30, description: 'Of the last so many days, 1 to 400.' })
    days: number,
    @Context() context: RequestContext,
  ): Promise<SearchInsights> {
    return this.insights.figures(context.viewerOf(community.id), days);
  }
}
