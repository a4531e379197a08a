import { Field, Int, ObjectType } from '@nestjs/graphql';
import { DateTime } from '../common/date-time.scalar';
import { NodeType } from '../common/node.type';
import { FollowableType } from '../follows/followable.type';

/** What the company sells. */
@ObjectType('Product', {
  implements: () => [NodeType, FollowableType],
  description: 'What the company sells; a tree, three deep.',
})
export class ProductType {
  @Field(() => String, { description: 'The name in addresses; unique in the community.' })
  slug: string;

  @Field(() => String, { description: 'The name that people read.' })
  name: string;

  @Field(() => String, { description: 'What it is, plain text; may be empty.' })
  description: string;

  @Field(() => Int, { description: 'Its place among the products beside it, from the lowest.' })
  position: number;

  @Field(() => Int, { description: 'How many members follow it.' })
  followerCount: number;

  @Field(() => DateTime, {
    nullable: true,
    description: 'Since when it has not been offered for new topics; old ones keep it.',
  })
  archivedAt: Date | string | null;

  @Field(() => Int, { description: 'Rises with each edit; an edit names the version it was made on.' })
  version: number;
}
