import { Field, Float, Int, ObjectType } from '@nestjs/graphql';
import type { CarriedShare, Carry } from '@app/superfans';
import { connectionOf } from '../common/connection.type';
import { DateTime } from '../common/date-time.scalar';

@ObjectType('CarriedShare', { description: 'What the most helpful so many percent of those who answered carry.' })
export class CarriedShareType implements CarriedShare {
  @Field(() => Int, { description: 'So many percent.' })
  percent: number;

  @Field(() => Int, { description: 'How many people that is; one at least.' })
  people: number;

  @Field(() => Int, { description: 'Topics that they solved.' })
  solved: number;

  @Field(() => Float, { nullable: true, description: 'Of all solved topics, 0 to 1; null where none was solved.' })
  share: number | null;
}

@ObjectType('Carrier', { description: 'How many topics a member solved within the window.' })
export class CarrierType {
  @Field(() => Int, { description: 'Topics.' })
  solved: number;
}

@ObjectType('SolvedTopic', { description: 'A topic that was solved within the window, and by whom.' })
export class SolvedTopicType {}

/** How much of a community's help rests on how few, for leads. */
@ObjectType('SuperfanCarry', {
  description: 'How much of the help of a community rests on how few people; people of the company are counted apart.',
})
export class SuperfanCarryType implements Omit<Carry, 'communityId'> {
  @Field(() => DateTime, { description: 'Where the window begins.' })
  from: Date;

  @Field(() => DateTime, { description: 'Where it ends.' })
  to: Date;

  @Field(() => Int, { description: 'Members who answered.' })
  answerers: number;

  @Field(() => Int, { description: 'Topics that were solved.' })
  total: number;

  @Field(() => Int, { description: 'Solved by members.' })
  byMembers: number;

  @Field(() => Int, { description: 'Solved by people of the company.' })
  byStaff: number;

  @Field(() => Int, { description: 'Solved by no answer of anybody else: by the asker alone, or by a status.' })
  byNobody: number;

  @Field(() => [CarriedShareType], { description: 'What the top 1, 3 and 10 % carry.' })
  shares: readonly CarriedShare[];

  @Field(() => Int, {
    nullable: true,
    description: 'The fewest members without whom a tenth of the solved topics would not be; null where all could go.',
  })
  busFactor: number | null;

  @Field(() => String, { description: 'How it is made, in words.' })
  formula: string;
}

export const CarrierConnection = connectionOf('Carrier', () => CarrierType);
export const SolvedTopicConnection = connectionOf('SolvedTopic', () => SolvedTopicType);
