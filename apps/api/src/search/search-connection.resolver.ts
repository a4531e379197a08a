import { Extensions, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { Resolution, TopicKind, TopicStatus } from '@app/community';
import type { FacetValue } from '@app/search';
import { SearchFacetsType } from './search-facets.type';
import { SearchConnectionType } from './search.type';
import type { SearchPage } from './search.view';

/** Values of one facet that are shown: those that most have. */
const MOST_VALUES = 20;

/** Facets as the schema shows them; products and tags are read where they are asked for. */
export type SearchFacets = SearchFacetsType & {
  readonly communityId: string;
  readonly productIds: readonly FacetValue[];
  readonly tagIds: readonly FacetValue[];
};

/** What a page of what was found leads to. */
@Resolver(() => SearchConnectionType)
export class SearchConnectionResolver {
  @ResolveField(() => SearchFacetsType, {
    description: 'How many of all that was found have which property. It takes time: ask with the first page only.',
  })
  @Extensions({ cost: 50 })
  facets(@Parent() { communityId, counts }: SearchPage): SearchFacets {
    return {
      communityId,
      kinds: (counts?.topicKinds ?? []).map(({ value, count }) => ({ kind: value as TopicKind, count })),
      statuses: (counts?.statuses ?? []).map(({ value, count }) => ({ status: value as TopicStatus, count })),
      resolutions: (counts?.resolutions ?? []).map(({ value, count }) => ({ resolution: value as Resolution, count })),
      productIds: (counts?.productIds ?? []).slice(0, MOST_VALUES),
      tagIds: (counts?.tagIds ?? []).slice(0, MOST_VALUES),
    };
  }
}
