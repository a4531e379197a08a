import { ArgsType, Field, Float, Int, ObjectType } from '@nestjs/graphql';
import type { TopicRow } from '@app/community';
import type { RelatedTopic, SimilarityBasis } from '@app/similarity';
import { Max, Min } from 'class-validator';
import { SuggestionBasisEnum } from '../deflection/suggestion.type';
import { TopicType } from '../topics/topic.type';

/** How many related topics are wanted. */
@ArgsType()
export class RelatedTopicsArgs {
  @Field(() => Int, { defaultValue: 5, description: 'So many at most, 1 to 20.' })
  @Min(1)
  @Max(20)
  first: number;
}

/** A topic like another one. */
@ObjectType('RelatedTopic', { description: 'A topic like another one, and why.' })
export class RelatedTopicType implements RelatedTopic {
  @Field(() => TopicType, { description: 'The topic.' })
  topic: TopicRow;

  @Field(() => Float, { description: 'How sure it is that it helps, 0 to 1.' })
  confidence: number;

  @Field(() => [String], { description: 'The rarest words that both share, the rarest first; up to five.' })
  sharedWords: string[];

  @Field(() => [TopicType], {
    description: 'Topics like the other one in which somebody pointed to this one, the most alike first; up to five.',
  })
  linkedIn: TopicRow[];

  @Field(() => SuggestionBasisEnum, { description: 'What it was found by.' })
  basis: SimilarityBasis;
}
