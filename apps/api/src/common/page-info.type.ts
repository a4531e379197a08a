import { Field, ObjectType } from '@nestjs/graphql';
import type { PageInfo } from '@app/kernel';

/** Where a page stands in its list. */
@ObjectType('PageInfo', { description: 'Where a page stands in its list.' })
export class PageInfoType implements PageInfo {
  @Field(() => Boolean, { description: 'Whether there is more behind this page.' })
  hasNextPage: boolean;

  @Field(() => Boolean, { description: 'Whether there is more before this page.' })
  hasPreviousPage: boolean;

  @Field(() => String, { nullable: true, description: 'The cursor of the first node.' })
  startCursor: string | null;

  @Field(() => String, { nullable: true, description: 'The cursor of the last node.' })
  endCursor: string | null;
}
