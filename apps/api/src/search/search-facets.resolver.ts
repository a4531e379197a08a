import { Context, Extensions, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { ProductLoader, TagLoader } from '@app/community';
import type { RequestContext } from '../common/request-context';
import { ProductCountType, SearchFacetsType, TagCountType } from './search-facets.type';
import type { SearchFacets } from './search-connection.resolver';

/** Products and tags of what was found. */
@Resolver(() => SearchFacetsType)
export class SearchFacetsResolver {
  constructor(
    private readonly productLoader: ProductLoader,
    private readonly tagLoader: TagLoader,
  ) {}

  @ResolveField(() => [ProductCountType], { description: 'By product.' })
  @Extensions({ listSize: 20 })
  async products(
    @Parent() { communityId, productIds }: SearchFacets,
    @Context() context: RequestContext,
  ): Promise<ProductCountType[]> {
    const viewer = context.viewerOf(communityId);
    const products = await Promise.all(productIds.map(({ value }) => this.productLoader.load(viewer, value)));
    return products.flatMap((product, i) => (product ? [{ product, count: productIds[i]?.count ?? 0 }] : []));
  }

  @ResolveField(() => [TagCountType], { description: 'By tag.' })
  @Extensions({ listSize: 20 })
  async tags(
    @Parent() { communityId, tagIds }: SearchFacets,
    @Context() context: RequestContext,
  ): Promise<TagCountType[]> {
    const viewer = context.viewerOf(communityId);
    const tags = await Promise.all(tagIds.map(({ value }) => this.tagLoader.load(viewer, value)));
    return tags.flatMap((tag, i) => (tag ? [{ tag, count: tagIds[i]?.count ?? 0 }] : []));
  }
}
