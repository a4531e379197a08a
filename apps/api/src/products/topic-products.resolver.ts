import { Context, Extensions, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { ProductsOfTopicLoader, type ProductRow, type TopicRow } from '@app/community';
import type { RequestContext } from '../common/request-context';
import { TopicType } from '../topics/topic.type';
import { ProductType } from './product.type';

/** The products of a topic. */
@Resolver(() => TopicType)
export class TopicProductsResolver {
  constructor(private readonly loader: ProductsOfTopicLoader) {}

  @Extensions({ listSize: 10 })
  @ResolveField(() => [ProductType], {
    description: "The products it is about, in the community's order; at most ten.",
  })
  products(@Parent() topic: TopicRow, @Context() context: RequestContext): Promise<ProductRow[] | null> {
    return this.loader.load(context.viewerOf(topic.communityId), topic.id);
  }
}
