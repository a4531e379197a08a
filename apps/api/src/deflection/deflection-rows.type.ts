import { ArgsType, Field, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { ATTEMPT_LISTS, type AttemptList, type SurveyAnswerValue } from '@app/deflection';
import { asEnum } from '../common/as-enum';
import { connectionOf } from '../common/connection.type';
import { DateTime } from '../common/date-time.scalar';
import { PageArgs } from '../common/page.args';
import { SurveyAnswerEnum } from './survey.input';

const AttemptListEnum = asEnum(ATTEMPT_LISTS);
registerEnumType(AttemptListEnum, {
  name: 'AttemptList',
  description: 'Which attempts of the window are listed.',
  valuesMap: {
    SAID_ANSWERED: { description: 'Those that said "this answered me" within it.' },
    DEFLECTED: { description: 'Of these the ones that have not asked since: what the explicit figure counts.' },
    TREATED: { description: 'Those started within it that were not held out.' },
    HELD_OUT: { description: 'Those started within it that were shown no suggestions.' },
  },
});

/** Which attempts, and which page of them. */
@ArgsType()
export class AttemptListArgs extends PageArgs {
  @Field(() => AttemptListEnum, { description: 'Which attempts.' })
  list: AttemptList;
}

/** An attempt behind a figure: what came of it, and not whose it was. */
@ObjectType('DeflectionAttempt', { description: 'An attempt behind a figure: what came of it, and not whose it was.' })
export class DeflectionAttemptType {
  @Field(() => Boolean, { name: 'isHeldOut', description: 'Whether it was shown no suggestions.' })
  heldOut: boolean;

  @Field(() => DateTime, { nullable: true, description: 'When "this answered me" was said.' })
  answeredAt: Date | null;

  @Field(() => DateTime, { nullable: true, description: 'When a me too was given instead of asking.' })
  meTooAt: Date | null;

  @Field(() => DateTime, { nullable: true, description: 'When the question was asked all the same.' })
  askedAt: Date | null;

  @Field(() => DateTime, { description: 'When it was started.' })
  createdAt: Date;
}

@ObjectType('SurveyAnswer', { description: 'An answer to "Did you find what you needed?"; who gave it is not kept.' })
export class SurveyAnswerType {
  @Field(() => SurveyAnswerEnum, { description: 'The answer.' })
  answer: SurveyAnswerValue;

  @Field(() => DateTime, { description: 'When it was given.' })
  createdAt: Date;
}

@ObjectType('ViewedTopic', { description: 'How often a topic was looked at within the window.' })
export class ViewedTopicType {
  @Field(() => Int, { description: 'Views while it was solved.' })
  solvedViews: number;

  @Field(() => Int, { description: 'Views while it was not.' })
  otherViews: number;
}

export const DeflectionAttemptConnection = connectionOf('DeflectionAttempt', () => DeflectionAttemptType);
export const SurveyAnswerConnection = connectionOf('SurveyAnswer', () => SurveyAnswerType);
export const ViewedTopicConnection = connectionOf('ViewedTopic', () => ViewedTopicType);
