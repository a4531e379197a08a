import { Args, Context, Extensions, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { ProductsReader, type Community, type ProductRow } from '@app/community';
import type { RequestContext } from '../common/request-context';
import { CommunityType } from '../communities/community.type';
import { ProductType } from './product.type';

/** The products of a community. */
@Resolver(() => CommunityType)
export class CommunityProductsResolver {
  constructor(private readonly reader: ProductsReader) {}

  @ResolveField(() => [ProductType], {
    description: 'What the company sells, all of it: each product before its parts, in the order of their positions.',
  })
  @Extensions({ listSize: 50 })
  products(
    @Parent() community: Community,
    @Args('includeArchived', {
      type: () => Boolean,
      defaultValue: false,
      description: 'Whether to list products that are no longer offered for new topics.',
    })
    includeArchived: boolean,
    @Context() context: RequestContext,
  ): Promise<ProductRow[]> {
    return this.reader.all(context.viewerOf(community.id), includeArchived);
  }

  @ResolveField(() => ProductType, { nullable: true, description: 'The product with this name in addresses.' })
  product(
    @Parent() community: Community,
    @Args('slug', { description: 'The name in addresses.' }) slug: string,
    @Context() context: RequestContext,
  ): Promise<ProductRow | null> {
    return this.reader.bySlug(context.viewerOf(community.id), slug);
  }
}
