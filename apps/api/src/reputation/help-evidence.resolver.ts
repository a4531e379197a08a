import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { ProductLoader, TagLoader, type ProductRow, type TagRow } from '@app/community';
import { evidenceInWords, type HelpEvidence } from '@app/reputation';
import type { RequestContext } from '../common/request-context';
import { ProductType } from '../products/product.type';
import { TagType } from '../tags/tag.type';
import { HelpEvidenceType } from './help-evidence.type';

/** What evidence of help is about, and how it reads. */
@Resolver(() => HelpEvidenceType)
export class HelpEvidenceResolver {
  constructor(
    private readonly products: ProductLoader,
    private readonly tags: TagLoader,
  ) {}

  @ResolveField(() => String, {
    description: 'All of it in words: "Solved 12 questions about calendars for 11 people, the last one 3 days ago".',
  })
  inWords(@Parent() evidence: HelpEvidence): string {
    return evidenceInWords(evidence, new Date());
  }

  @ResolveField(() => ProductType, { nullable: true, description: 'The product; null where it is about a tag.' })
  product(
    @Parent() { communityId, productId }: HelpEvidence,
    @Context() context: RequestContext,
  ): Promise<ProductRow | null> | null {
    return productId ? this.products.load(context.viewerOf(communityId), productId) : null;
  }

  @ResolveField(() => TagType, { nullable: true, description: 'The tag; null where it is about a product.' })
  tag(
    @Parent() { communityId, tagId }: HelpEvidence,
    @Context() context: RequestContext,
  ): Promise<TagRow | null> | null {
    return tagId ? this.tags.load(context.viewerOf(communityId), tagId) : null;
  }
}
