import { Column, Entity, ForeignKey } from 'typeorm';
import { Community } from '@app/community';
import { CommunityKey, Moment } from '@app/database';

/** Of what, and when, a community's helpfulness was made. */
@Entity('helpfulness_states')
@ForeignKey(() => Community, ['communityId'], ['id'], { name: 'helpfulness_states_community_fk' })
export class HelpfulnessState {
  @CommunityKey('helpfulness_states_pkey')
  communityId: string;

  /** The epoch of trust; 0 where there was none yet. */
  @Column('integer')
  epoch: number;

  /** The last line of the ledger that it knows; null where there was none. */
  @Column('uuid', { name: 'entry_id', nullable: true })
  entryId: string | null;

  /** The moment until which help has faded. */
  @Moment('as_of')
  asOf: Date;
}
