import { Check, Column, Entity } from 'typeorm';
import { Member } from '@app/community';
import { BelongsTo, CommunityKey, Key, MaybeMoment } from '@app/database';

/** Asks a day of members who have said nothing. */
export const DEFAULT_ASKS_A_DAY = 5;
/** The most that a member may choose. */
export const MOST_ASKS_A_DAY = 20;

/** How a member wants to be asked; there is no row while they have said nothing. Only they themselves see it. */
@Entity('routing_preferences')
@BelongsTo(() => Member, 'memberId', 'routing_preferences_member_fk')
@Check('routing_preferences_asks_a_day', 'asks_a_day BETWEEN 0 AND 20')
export class RoutingPreference {
  @CommunityKey('routing_preferences_pkey')
  communityId: string;

  @Key('routing_preferences_pkey', 'member_id')
  memberId: string;

  /** Asks a day, by UTC. */
  @Column('integer', { name: 'asks_a_day', default: DEFAULT_ASKS_A_DAY })
  asksADay: number;

  /** They do not want to be asked at all. */
  @Column('boolean', { name: 'opted_out', default: false })
  optedOut: boolean;

  /** They are not asked before. */
  @MaybeMoment('away_until')
  awayUntil: Date | null;
}
