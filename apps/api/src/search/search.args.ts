import { ArgsType, Field, ID, InputType, Int, registerEnumType } from '@nestjs/graphql';
import type { Resolution, TopicKind, TopicStatus } from '@app/community';
import type { SearchFilters } from '@app/search';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsOptional, MaxLength, ValidateNested } from 'class-validator';
import { asEnum } from '../common/as-enum';
import { NodeId } from '../common/node-id.decorator';
import { ResolutionEnum, TopicKindEnum, TopicStatusEnum } from '../topics/topic.enums';

/** What search finds. */
const FOUND_KINDS = ['TOPIC', 'ARTICLE'] as const;
type FoundKind = (typeof FOUND_KINDS)[number];

export const FoundKindEnum = asEnum(FOUND_KINDS);
registerEnumType(FoundKindEnum, { name: 'SearchKind', description: 'What search finds.' });

/** Narrows what is found. */
@InputType({
  description: 'Narrows what is found; of each list, any. Whoever filters by what only topics have finds no articles.',
})
export class SearchFilterInput implements SearchFilters {
  @Field(() => [FoundKindEnum], {
    nullable: true,
    description: 'Only these; topics and articles when nothing is said.',
  })
  kinds?: FoundKind[] | null;

  @Field(() => [TopicKindEnum], { nullable: true, description: 'Topics of one of these kinds.' })
  topicKinds?: TopicKind[];

  @Field(() => [TopicStatusEnum], { nullable: true, description: 'Topics of one of these statuses.' })
  statuses?: TopicStatus[];

  @Field(() => [ResolutionEnum], { nullable: true, description: 'Topics of one of these resolutions.' })
  resolutions?: Resolution[];

  @NodeId('Product', { nullable: true, each: true, description: 'About one of these products.' })
  @IsOptional()
  @ArrayMaxSize(20)
  productIds?: string[];

  @NodeId('Tag', { nullable: true, each: true, description: 'Topics with one of these tags.' })
  @IsOptional()
  @ArrayMaxSize(20)
  tagIds?: string[];
}

/** The arguments of a search. */
@ArgsType()
export class SearchArgs {
  @Field(() => String, {
    description:
      'As people type: words, "phrases", -exclusions; the last word may be half a word. What stands beyond 1,000 characters is not looked for.',
  })
  @MaxLength(20_000, { message: 'query is far too long to be looked for: shorten it.' })
  query: string;

  @Field(() => SearchFilterInput, { nullable: true, description: 'Narrows what is found.' })
  @IsOptional()
  @Type(() => SearchFilterInput)
  @ValidateNested()
  filters?: SearchFilterInput | null;

  @Field(() => Int, { nullable: true, description: 'So many, 1 to 100; 20 when nothing is said.' })
  first?: number | null;

  @Field(() => String, {
    nullable: true,
    description: 'Behind this cursor: the endCursor of the page before. The first 1,000 can be reached.',
  })
  after?: string | null;

  @Field(() => ID, {
    nullable: true,
    description:
      'While somebody types: the searchId of the answer before, so that what they typed on the way is one search with what they typed in the end.',
  })
  continues?: string | null;
}
