import { Field, Float, Int, ObjectType } from '@nestjs/graphql';
import type { Confirmation, Decision, LineStanding, LineSum } from '@app/reputation';
import { connectionOf } from '../common/connection.type';
import { DateTime } from '../common/date-time.scalar';
import { ConfirmationEnum, DecisionEnum, LineStandingEnum } from './reputation.enums';

@ObjectType('ReputationDecision', { description: 'What was decided about a line of a ledger, or about a decision.' })
export class ReputationDecisionType {
  @Field(() => DecisionEnum, { description: 'What was decided.' })
  kind: Decision;

  @Field(() => DateTime, { description: 'When.' })
  at: Date;

  @Field(() => String, { nullable: true, description: 'What the lead says of it.' })
  note: string | null;
}

/** One line of one's own ledger. */
@ObjectType('ReputationLine', {
  description: "One confirmation of the viewer's help, with all that led to what it is worth. Lines are never edited.",
})
export class ReputationLineType {
  @Field(() => ConfirmationEnum, { description: 'What was said.' })
  kind: Confirmation;

  @Field(() => DateTime, { description: 'When it was said.' })
  at: Date;

  @Field(() => LineStandingEnum, { description: 'Whether it counts, or why not.' })
  standing: LineStanding;

  @Field(() => Float, {
    description:
      'What it is worth: points × repeat × word × what is left after the overlap; 0 where it does not count.',
  })
  value: number;

  @Field(() => Float, { description: 'Points by the rules.' })
  points: number;

  @Field(() => Float, { description: 'What is left of it because the same member said the same of the viewer before.' })
  repeat: number;

  @Field(() => Float, { description: 'What the word of who said it weighs in this epoch, 0 to 1.' })
  word: number;

  @Field(() => Float, { description: 'How much of their trust comes from others who confirm the viewer, 0 to 1.' })
  overlap: number;

  @Field(() => Int, { description: 'The version of the rules by which it was written; see reputationRules.' })
  ruleVersion: number;

  @Field(() => String, { description: 'All of it in words.' })
  why: string;

  @Field(() => [ReputationDecisionType], { description: 'What was decided about it, oldest first.' })
  decisions: readonly ReputationDecisionType[];
}

export const ReputationLineConnection = connectionOf('ReputationLine', () => ReputationLineType);

@ObjectType('ReputationSum', { description: 'What the lines of one kind make together.' })
export class ReputationSumType implements LineSum {
  @Field(() => ConfirmationEnum, { description: 'The kind.' })
  kind: Confirmation;

  @Field(() => Int, { name: 'lineCount', description: 'How many lines there are of it, those that do not count too.' })
  lines: number;

  @Field(() => Float, { description: 'What they are worth.' })
  value: number;
}

/** The viewer's own ledger. */
@ObjectType('Reputation', {
  description:
    'What others confirmed of the help of the viewer. Nobody else sees it, and it is compared with nobody: the value is the sum of the lines, by the words of one epoch.',
})
export class ReputationType {
  @Field(() => Int, { description: 'The epoch whose words are used; 0 before the first. A new one changes values.' })
  epoch: number;

  @Field(() => Int, { description: 'The version of the rules by which it is computed.' })
  ruleVersion: number;

  @Field(() => Float, { description: 'What all lines are worth together.' })
  value: number;

  @Field(() => [ReputationSumType], { description: 'The same by kind.' })
  sums: readonly ReputationSumType[];

  @Field(() => Int, { description: 'Lines that are held.' })
  heldCount: number;

  @Field(() => Int, { description: 'Lines that are reversed.' })
  reversedCount: number;
}
