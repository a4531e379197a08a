import { ArgsType, Field, registerEnumType } from '@nestjs/graphql';
import { TAG_ORDERS, type TagOrder } from '@app/community';
import { PlainText } from '@app/kernel';
import { IsOptional } from 'class-validator';
import { asEnum } from '../common/as-enum';
import { PageArgs } from '../common/page.args';

export const TagOrderEnum = asEnum(TAG_ORDERS);
registerEnumType(TagOrderEnum, {
  name: 'TagOrder',
  description: 'The orders of tag lists.',
  valuesMap: {
    MOST_USED: { description: 'Those that most topics carry first.' },
    NAME: { description: 'By name.' },
  },
});

/** The arguments of a list of tags. */
@ArgsType()
export class TagListArgs extends PageArgs {
  @Field(() => TagOrderEnum, { defaultValue: 'MOST_USED', description: 'In which order.' })
  order: TagOrder;

  @Field(() => String, {
    nullable: true,
    description: 'Only tags whose name begins with this; synonyms are then listed too, each with what it stands for.',
  })
  @IsOptional()
  @PlainText({ min: 1, max: 50 })
  prefix?: string | null;
}
