import { Field, Float, Int, ObjectType } from '@nestjs/graphql';
import type { PublishedRules, RuleChange, RuleClause } from '@app/reputation';

@ObjectType('ReputationRule', { description: 'One figure of the rules.' })
export class RuleClauseType implements RuleClause {
  @Field(() => String, { description: 'Its name, the same in all versions.' })
  name: string;

  @Field(() => Float, { description: 'The figure.' })
  value: number;

  @Field(() => String, { description: 'What it does.' })
  text: string;
}

@ObjectType('ReputationRuleChange', { description: 'A figure that a version changed.' })
export class RuleChangeType implements RuleChange {
  @Field(() => String, { description: 'Its name.' })
  name: string;

  @Field(() => Float, { nullable: true, description: 'What it was; null where there was none.' })
  before: number | null;

  @Field(() => Float, { nullable: true, description: 'What it is; null where there is none any more.' })
  after: number | null;

  @Field(() => String, { description: 'What was said of it, after "- ", and what is, after "+ ".' })
  text: string;
}

/** One version of the rules. */
@ObjectType('ReputationRules', {
  description: 'One version of the rules by which confirmations become reputation: the same for everybody, and public.',
})
export class ReputationRulesType implements PublishedRules {
  @Field(() => Int, { description: 'Which version.' })
  version: number;

  @Field(() => String, { description: 'Since when, as 2026-01-31.' })
  since: string;

  @Field(() => String, { description: 'All of it in words, a sentence a line.' })
  text: string;

  @Field(() => [RuleClauseType], { name: 'rules', description: 'All figures.' })
  clauses: readonly RuleClause[];

  @Field(() => [RuleChangeType], { description: 'What it changed of the version before; none for the first.' })
  changes: readonly RuleChange[];
}
