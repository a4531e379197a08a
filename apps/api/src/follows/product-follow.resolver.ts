import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { FollowLoader, type ProductRow } from '@app/community';
import type { RequestContext } from '../common/request-context';
import { ProductType } from '../products/product.type';

/** Whether the viewer follows a product. */
@Resolver(() => ProductType)
export class ProductFollowResolver {
  constructor(private readonly follows: FollowLoader) {}

  @ResolveField(() => Boolean, { description: 'Whether the viewer follows it.' })
  async viewerFollows(@Parent() { communityId, id }: ProductRow, @Context() context: RequestContext): Promise<boolean> {
    return (await this.follows.load(context.viewerOf(communityId), { thing: 'Product', id })) ?? false;
  }
}
