import { ArgsType, Field } from '@nestjs/graphql';
import type { TopicOrder } from '@app/community';
import { Type } from 'class-transformer';
import { ValidateNested } from 'class-validator';
import { PageArgs } from '../common/page.args';
import { TopicFilterInput } from './topic-filter.input';
import { TopicOrderEnum } from './topic.enums';

/** The arguments of a list of topics. */
@ArgsType()
export class TopicListArgs extends PageArgs {
  @Field(() => TopicFilterInput, { nullable: true, description: 'Which topics; all when nothing is said.' })
  @Type(() => TopicFilterInput)
  @ValidateNested()
  filter?: TopicFilterInput | null;

  @Field(() => TopicOrderEnum, { defaultValue: 'RECENTLY_ACTIVE', description: 'In which order.' })
  order: TopicOrder;
}
