import { Field, InputType, Int } from '@nestjs/graphql';
import { MOST_ASKS_A_DAY, MOST_MUTED_TAGS, type RoutingPreferencesChange } from '@app/superfans';
import { IsOptional, Max, Min } from 'class-validator';
import { DateTime } from '../common/date-time.scalar';
import { NodeId } from '../common/node-id.decorator';

/** How the viewer wants to be asked from now on. */
@InputType({ description: 'How the viewer wants to be asked from now on; what is left out stays.' })
export class UpdateRoutingPreferencesInput {
  @NodeId('Community')
  communityId: string;

  @Field(() => Int, { nullable: true, description: `So many times a day at most, 0 to ${MOST_ASKS_A_DAY}.` })
  @IsOptional()
  @Min(0)
  @Max(MOST_ASKS_A_DAY)
  asksPerDay?: number | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether not to be asked at all.' })
  hasOptedOut?: boolean | null;

  @Field(() => DateTime, {
    nullable: true,
    description: 'Not to be asked before; null where the viewer is here again.',
  })
  awayUntil?: Date | null;

  @NodeId('Tag', {
    nullable: true,
    each: true,
    description: `All tags about which not to be asked, up to ${MOST_MUTED_TAGS}; none where the list is empty.`,
  })
  mutedTagIds?: string[] | null;

  /** As the service takes it. */
  static toChange(input: UpdateRoutingPreferencesInput): RoutingPreferencesChange {
    const { asksPerDay, hasOptedOut, awayUntil, mutedTagIds } = input;
    return {
      asksADay: asksPerDay,
      optedOut: hasOptedOut,
      mutedTagIds,
      ...(awayUntil === undefined ? {} : { awayUntil }),
    };
  }
}
