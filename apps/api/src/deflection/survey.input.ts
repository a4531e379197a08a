import { Field, InputType, registerEnumType } from '@nestjs/graphql';
import { SURVEY_ANSWERS, type AnswerSurvey, type SurveyAnswerValue } from '@app/deflection';
import { IsOptional, MaxLength } from 'class-validator';
import { asEnum } from '../common/as-enum';
import { NodeId } from '../common/node-id.decorator';

export const SurveyAnswerEnum = asEnum(SURVEY_ANSWERS);
registerEnumType(SurveyAnswerEnum, {
  name: 'SurveyAnswerValue',
  description: 'An answer to "Did you find what you needed?".',
});

/** The answer to the one question, about an attempt at asking or about a look at a topic. */
@InputType({ description: 'The answer to "Did you find what you needed?": about an attempt, or about a look at a topic.' })
export class AnswerSurveyInput implements AnswerSurvey {
  @NodeId('AskAttempt', { nullable: true, description: 'The AskAttempt that it is about.' })
  @IsOptional()
  attemptId?: string | null;

  @NodeId('Topic', { nullable: true, description: 'The Topic that was looked at.' })
  @IsOptional()
  topicId?: string | null;

  @Field(() => String, {
    nullable: true,
    description: "The token of the attempt, where nobody was logged in; the topic's surveyToken.",
  })
  @IsOptional()
  @MaxLength(200)
  token?: string | null;

  @Field(() => SurveyAnswerEnum, { description: 'The answer.' })
  answer: SurveyAnswerValue;
}
