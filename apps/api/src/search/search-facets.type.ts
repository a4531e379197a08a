import { Extensions, Field, Int, ObjectType } from '@nestjs/graphql';
import type { ProductRow, TagRow } from '@app/community';
import { ProductType } from '../products/product.type';
import { TagType } from '../tags/tag.type';
import { ResolutionCountType, TopicKindCountType, TopicStatusCountType } from './search.type';

/** How many are about a product. */
@ObjectType('ProductCount', { description: 'How many of what was found are about a product.' })
export class ProductCountType {
  @Field(() => ProductType, { description: 'The product.' })
  product: ProductRow;

  @Field(() => Int, { description: 'So many.' })
  count: number;
}

/** How many have a tag. */
@ObjectType('TagCount', { description: 'How many of what was found have a tag.' })
export class TagCountType {
  @Field(() => TagType, { description: 'The tag.' })
  tag: TagRow;

  @Field(() => Int, { description: 'So many.' })
  count: number;
}

/** What of all that was found has which property. */
@ObjectType('SearchFacets', {
  description: 'How many of all that was found have which property, most first; what narrows a search further.',
})
export class SearchFacetsType {
  @Field(() => [TopicKindCountType], { description: 'By kind of topic.' })
  @Extensions({ listSize: 5 })
  kinds: TopicKindCountType[];

  @Field(() => [TopicStatusCountType], { description: 'By status.' })
  @Extensions({ listSize: 5 })
  statuses: TopicStatusCountType[];

  @Field(() => [ResolutionCountType], { description: 'By resolution.' })
  @Extensions({ listSize: 3 })
  resolutions: ResolutionCountType[];
}
