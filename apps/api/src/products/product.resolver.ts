import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { ChildProductsLoader, ProductLoader, type ProductRow } from '@app/community';
import type { RequestContext } from '../common/request-context';
import { ProductType } from './product.type';

/** What a product leads to. */
@Resolver(() => ProductType)
export class ProductResolver {
  constructor(
    private readonly products: ProductLoader,
    private readonly childrenLoader: ChildProductsLoader,
  ) {}

  @ResolveField(() => ProductType, { nullable: true, description: 'The product that this one is a part of, if any.' })
  parent(@Parent() product: ProductRow, @Context() context: RequestContext): Promise<ProductRow | null> | null {
    return product.parentId ? this.products.load(context.viewerOf(product.communityId), product.parentId) : null;
  }

  @ResolveField(() => [ProductType], { description: 'Its parts, in their order, archived ones too.' })
  children(@Parent() product: ProductRow, @Context() context: RequestContext): Promise<ProductRow[] | null> {
    return this.childrenLoader.load(context.viewerOf(product.communityId), product.id);
  }
}
