import { Field, Float, Int, ObjectType } from '@nestjs/graphql';
import type { HelpValue, ValueAssumptions, ValueRange } from '@app/superfans';
import { DateTime } from '../common/date-time.scalar';

@ObjectType('ValueRange', { description: 'The careful case, the likely one, and the most.' })
export class ValueRangeType implements ValueRange {
  @Field(() => Float, { description: 'The careful case.' })
  low: number;

  @Field(() => Float, { description: 'The likely case.' })
  mid: number;

  @Field(() => Float, { description: 'The most.' })
  high: number;
}

@ObjectType('ValueAssumptions', { description: 'What the value of help takes for granted; each is an argument.' })
export class ValueAssumptionsType implements ValueAssumptions {
  @Field(() => ValueRangeType, { description: 'What a contact with support costs, in the currency of whoever asks.' })
  contactCost: ValueRange;

  @Field(() => ValueRangeType, { description: 'How many would have turned to support instead, 0 to 1.' })
  contactShare: ValueRange;

  @Field(() => ValueRangeType, { description: 'How many of those who look find their answer, 0 to 1.' })
  viewShare: ValueRange;

  @Field(() => Float, { description: 'What the programme cost within the window.' })
  programmeCost: number;
}

/** What help was worth within a window, for leads. */
@ObjectType('SuperfanValue', {
  description:
    'What the help of members was worth within a window: a range that says what it assumes, never one number.',
})
export class SuperfanValueType extends ValueRangeType implements Omit<HelpValue, 'communityId' | 'memberId'> {
  @Field(() => DateTime, { description: 'Where the window begins.' })
  from: Date;

  @Field(() => DateTime, { description: 'Where it ends.' })
  to: Date;

  @Field(() => Int, { description: 'Topics that they solved.' })
  solved: number;

  @Field(() => Int, { description: 'Views of these topics while they were solved.' })
  solvedViews: number;

  @Field(() => ValueAssumptionsType, { description: 'What it takes for granted.' })
  assumptions: ValueAssumptions;

  @Field(() => String, { description: 'How it is made, in words.' })
  formula: string;
}
