import type { Type } from '@nestjs/common';
import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { ProductLoader, TagLoader, type ProductRow, type TagRow } from '@app/community';
import type { RequestContext } from '../common/request-context';
import { ProductType } from '../products/product.type';
import { TagType } from '../tags/tag.type';

/** Something that is said about one product or one tag. */
interface About {
  readonly communityId: string;
  readonly productId: string | null;
  readonly tagId: string | null;
}

/** What resolves the product and the tag that something is about. */
interface AboutResolving {
  product(about: About, context: RequestContext): Promise<ProductRow | null> | null;
  tag(about: About, context: RequestContext): Promise<TagRow | null> | null;
}

/** The fields `product` and `tag` of a type that is {@link About} one of them, to be extended by its resolver. */
export function aboutResolver(type: () => Type): new (products: ProductLoader, tags: TagLoader) => AboutResolving {
  @Resolver(type, { isAbstract: true })
  class AboutResolver implements AboutResolving {
    constructor(
      private readonly products: ProductLoader,
      private readonly tags: TagLoader,
    ) {}

    @ResolveField(() => ProductType, { nullable: true, description: 'The product, where it is about one.' })
    product(
      @Parent() { communityId, productId }: About,
      @Context() context: RequestContext,
    ): Promise<ProductRow | null> | null {
      return productId ? this.products.load(context.viewerOf(communityId), productId) : null;
    }

    @ResolveField(() => TagType, { nullable: true, description: 'The tag, where it is about one.' })
    tag(@Parent() { communityId, tagId }: About, @Context() context: RequestContext): Promise<TagRow | null> | null {
      return tagId ? this.tags.load(context.viewerOf(communityId), tagId) : null;
    }
  }
  return AboutResolver;
}
