import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { BelongsTo, CommunityKey, Key } from '@app/database';
import { Member } from '@app/community';
import { TrustEpoch } from './trust-epoch.entity';

/** What a member's word weighs in an epoch. Whoever has no row there weighs nothing. */
@Entity('trust_weights')
@Index('trust_weights_member_idx', ['communityId', 'memberId'])
@ForeignKey(() => TrustEpoch, ['communityId', 'epoch'], ['communityId', 'number'], { name: 'trust_weights_epoch_fk' })
@BelongsTo(() => Member, 'memberId', 'trust_weights_member_fk')
@Check('trust_weights_weight', 'weight > 0 AND weight <= 1000000')
@Check('trust_weights_flows', 'octet_length(flows) % 8 = 0')
export class TrustWeight {
  @CommunityKey('trust_weights_pkey')
  communityId: string;

  @PrimaryColumn('integer', { primaryKeyConstraintName: 'trust_weights_pkey' })
  epoch: number;

  @Key('trust_weights_pkey', 'member_id')
  memberId: string;

  /** In millionths: whole numbers stay what they are, wherever they are read. */
  @Column('integer')
  weight: number;

  /** The member's number in the epoch, by which flows name members. */
  @Column('integer')
  place: number;

  /**
   * From whom their trust comes: for each of these their number in the epoch, and how much of it comes from them in
   * millionths, four bytes each. A list of numbers takes the database ten times as long to tell.
   */
  @Column('bytea')
  flows: Buffer;
}
