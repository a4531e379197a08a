import { Field, Float, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import {
  MODEL_STATES,
  type CommunitySimilarity,
  type GateFigures,
  type ModelRow,
  type ModelState,
  type SimilarityBasis,
} from '@app/similarity';
import { asEnum } from '../common/as-enum';
import { DateTime } from '../common/date-time.scalar';
import { SuggestionBasisEnum } from '../deflection/suggestion.type';

export const SimilarityModelStateEnum = asEnum(MODEL_STATES);
registerEnumType(SimilarityModelStateEnum, {
  name: 'SimilarityModelState',
  description: 'What became of a version of what a community taught.',
  valuesMap: {
    LEARNING: { description: 'It is being learned.' },
    SERVING: { description: 'It is in use.' },
    REFUSED: { description: 'It was worse than the version in use.' },
    RETIRED: { description: 'A later version took its place.' },
  },
});

/** How well a version found what people pointed to. */
@ObjectType('SimilarityHits', { description: 'How well a version found what people pointed to.' })
export class SimilarityHitsType {
  @Field(() => Float, {
    description: 'Mean of 1 by the place of the first right one among ten; 0 where there is none.',
  })
  meanReciprocalRank: number;

  @Field(() => Float, { description: 'Share of topics with a right one among the first five.' })
  hitAt5: number;
}

/** How a version did on the last month. */
@ObjectType('SimilarityFigures', {
  description: 'How a version did on the topics of the last month in which someone pointed to something.',
})
export class SimilarityFiguresType extends SimilarityHitsType implements GateFigures {
  @Field(() => Int, { description: 'How many topics those were.' })
  questions: number;

  @Field(() => SimilarityHitsType, {
    nullable: true,
    description: 'The same of the version in use then, if there was one.',
  })
  before: SimilarityHitsType | null;

  @Field(() => Float, {
    nullable: true,
    description: 'Standard error of the difference of both means, paired by topic.',
  })
  standardError: number | null;
}

/** A version of what a community taught. */
@ObjectType('SimilarityModel', { description: 'A version of what a community taught about its words.' })
export class SimilarityModelType implements Omit<ModelRow, 'seenAt'> {
  @Field(() => Int, { description: 'Its number, from 1 on.' })
  version: number;

  @Field(() => SimilarityModelStateEnum, { description: 'What became of it.' })
  state: ModelState;

  @Field(() => DateTime, { description: 'When it was begun.' })
  startedAt: Date;

  @Field(() => Float, { description: 'How much of the learning is done, 0 to 1.' })
  progress: number;

  @Field(() => DateTime, { nullable: true, description: 'When it was learned; null while it is being learned.' })
  learnedAt: Date | null;

  @Field(() => Int, { description: 'Topics with answers that there were.' })
  threads: number;

  @Field(() => Int, { description: 'Words that it knows.' })
  words: number;

  @Field(() => SimilarityFiguresType, { nullable: true, description: 'How it did on the last month.' })
  figures: GateFigures | null;

  @Field(() => String, { nullable: true, description: 'Why it serves, or does not.' })
  reason: string | null;
}

/** What a community has taught. */
@ObjectType('CommunitySimilarity', {
  description: 'What a community has taught so far, for suggestions and related topics.',
})
export class CommunitySimilarityType implements CommunitySimilarity {
  @Field(() => SuggestionBasisEnum, { description: 'What suggestions go by.' })
  basis: SimilarityBasis;

  @Field(() => SimilarityModelType, { nullable: true, description: 'The version in use.' })
  serving: ModelRow | null;

  @Field(() => SimilarityModelType, { nullable: true, description: 'The version that is being learned.' })
  learning: ModelRow | null;

  @Field(() => Int, { description: 'Topics with answers that there are now.' })
  threads: number;

  @Field(() => Int, { description: 'With fewer topics with answers nothing is learned.' })
  leastThreads: number;

  @Field(() => [SimilarityModelType], { description: 'The latest versions, the newest first; up to ten.' })
  versions: ModelRow[];
}
