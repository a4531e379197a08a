import { ArgsType, Field, Int } from '@nestjs/graphql';
import { MAX_PAGE, type PageInput } from '@app/kernel';

/** The arguments of every list: a page from the front, or one from the back. */
@ArgsType()
export class PageArgs implements PageInput {
  @Field(() => Int, {
    nullable: true,
    description: `So many from the front, 1 to ${MAX_PAGE}; 20 when nothing is said.`,
  })
  first?: number | null;

  @Field(() => String, { nullable: true, description: 'Behind this cursor: the endCursor of the page before.' })
  after?: string | null;

  @Field(() => Int, { nullable: true, description: `So many from the back, 1 to ${MAX_PAGE}.` })
  last?: number | null;

  @Field(() => String, { nullable: true, description: 'Before this cursor: the startCursor of the page behind.' })
  before?: string | null;
}
