import { Args, Context, Int, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { SearchInsightsReader, type QueryCount, type SearchInsights } from '@app/search';
import type { RequestContext } from '../common/request-context';
import { QueryCountType, SearchInsightsType } from './search-insights.type';

/** How well search serves a community. */
@Resolver(() => SearchInsightsType)
export class SearchInsightsResolver {
  constructor(private readonly reader: SearchInsightsReader) {}

  @ResolveField(() => [QueryCountType], {
    description: 'What was looked for most often and not found: what to write about next.',
  })
  missing(
    @Parent() { communityId, since }: SearchInsights,
    @Args('first', { type: () => Int, defaultValue: 20, description: 'So many, 1 to 100.' }) first: number,
    @Context() context: RequestContext,
  ): Promise<QueryCount[]> {
    return this.reader.missing(context.viewerOf(communityId), since, first);
  }
}
