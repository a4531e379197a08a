import { Field, Float, Int, ObjectType } from '@nestjs/graphql';
import { DateTime } from '../common/date-time.scalar';

/** A share, with what it is a share of. */
@ObjectType('Share', { description: 'A share, with how many it was counted from and how.' })
export class ShareType {
  @Field(() => Float, { nullable: true, description: 'From 0 to 1; null where there was nothing to count.' })
  share: number | null;

  @Field(() => Int, { description: 'How many.' })
  count: number;

  @Field(() => Int, { description: 'Of how many.' })
  n: number;

  @Field(() => String, { description: 'What was divided by what.' })
  formula: string;
}

/** A text that was looked for. */
@ObjectType('QueryCount', { description: 'A text that was looked for, and how often.' })
export class QueryCountType {
  @Field(() => String, { description: 'The text, lower case and without accents.' })
  query: string;

  @Field(() => Int, { description: 'So often.' })
  count: number;
}

/** How well search serves a community. */
@ObjectType('SearchInsights', { description: 'How well search has served a community, robots left out.' })
export class SearchInsightsType {
  @Field(() => DateTime, { description: 'From when on: whole days of UTC, and what there is of today.' })
  since: Date;

  @Field(() => Int, {
    description: 'How many searches there were; what somebody typed on the way is one with what they typed in the end.',
  })
  searchCount: number;

  @Field(() => ShareType, { description: 'Searches that found nothing.' })
  withoutResults: ShareType;

  @Field(() => ShareType, { description: 'Searches of which something was opened.' })
  clicked: ShareType;
}
