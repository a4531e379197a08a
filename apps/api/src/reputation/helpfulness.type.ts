import { Field, Float, Int, ObjectType } from '@nestjs/graphql';

/** How much somebody's answers help, compared with those of others in the same threads. */
@ObjectType('Helpfulness', {
  description:
    "How much somebody's answers help, compared with those of others in the same threads: what members whose word counts said of both, of the last year more than of those before. For leads; answering often makes it surer, and never higher.",
})
export class HelpfulnessType {
  @Field(() => String, {
    nullable: true,
    description: 'What the product or the tag is called; null where it is about all that they answered.',
  })
  about: string | null;

  @Field(() => Int, { name: 'threadCount', description: 'Threads that they answered in, however long ago.' })
  threads: number;

  @Field(() => Float, { description: 'The most likely value: 1 is as helpful as others, 2 twice as helpful.' })
  likely: number;

  @Field(() => Float, {
    description: 'Two standard errors below it; below 0 where too little is known.',
  })
  least: number;

  @Field(() => Float, {
    description: 'Two standard errors above it. Of all that they answered: whoever is below .5 is asked nothing.',
  })
  most: number;
}
