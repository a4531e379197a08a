import { Field, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { ArticleRow, TopicRow } from '@app/community';
import type { Suggestion } from '@app/deflection';
import type { SimilarityBasis } from '@app/similarity';
import { ArticleType } from '../articles/article.type';
import { asEnum } from '../common/as-enum';
import { TopicType } from '../topics/topic.type';

export const SuggestionBasisEnum = asEnum(['LEARNED', 'WORDS'] as const);
registerEnumType(SuggestionBasisEnum, {
  name: 'SuggestionBasis',
  description: 'What suggestions go by.',
  valuesMap: {
    LEARNED: { description: "Likeness that was learned from the community's own threads." },
    WORDS: { description: 'Shared words alone: the community is too young to have taught anything.' },
  },
});

/** Something that may make a question needless. */
@ObjectType('Suggestion', {
  description: 'Something that may make a question needless: a topic or a knowledge article, one of the two.',
})
export class SuggestionType implements Omit<Suggestion, 'id' | 'topic' | 'article'> {
  @Field(() => TopicType, { nullable: true, description: 'A solved topic, or an open one that asks the same.' })
  topic: TopicRow | null;

  @Field(() => ArticleType, { nullable: true, description: 'A knowledge article.' })
  article: ArticleRow | null;

  @Field(() => String, { description: 'Why it is suggested, one sentence in English.' })
  why: string;

  @Field(() => Boolean, {
    description: 'Whether it is likely enough to be the answer for a card "probably answered already".',
  })
  isProbablyAnswered: boolean;

  @Field(() => SuggestionBasisEnum, { description: 'What it was found by.' })
  basis: SimilarityBasis;
}
