import { Field, Int, ObjectType } from '@nestjs/graphql';
import { DateTime } from '../common/date-time.scalar';

/** How the viewer wants to be asked whether they can answer topics. */
@ObjectType('RoutingPreferences', {
  description: 'How the viewer wants to be asked whether they can answer topics. Nobody else sees it.',
})
export class RoutingPreferencesType {
  @Field(() => Int, { name: 'asksPerDay', description: 'So many times a day at most, by UTC; 5 unless they chose.' })
  asksADay: number;

  @Field(() => Boolean, { name: 'hasOptedOut', description: 'Whether they are not asked at all.' })
  optedOut: boolean;

  @Field(() => DateTime, { nullable: true, description: 'Until when they are not asked.' })
  awayUntil: Date | null;
}
