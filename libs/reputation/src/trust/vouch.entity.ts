import { Check, Column, Entity, Index } from 'typeorm';
import { Member } from '@app/community';
import { BelongsTo, CommunityKey, CreatedAt, Key } from '@app/database';

/**
 * Somebody who speaks for the company vouches for a member: their word counts from the next epoch on, for as long as one
 * who vouches for them speaks for the company.
 */
@Entity('vouches')
@Index('vouches_voucher_idx', ['communityId', 'voucherId'])
@Index('vouches_created_idx', ['communityId', 'createdAt', 'memberId', 'voucherId'])
@BelongsTo(() => Member, 'memberId', 'vouches_member_fk')
@BelongsTo(() => Member, 'voucherId', 'vouches_voucher_fk')
@Check('vouches_not_oneself', 'member_id <> voucher_id')
export class Vouch {
  @CommunityKey('vouches_pkey')
  communityId: string;

  @Key('vouches_pkey', 'member_id')
  memberId: string;

  @Key('vouches_pkey', 'voucher_id')
  voucherId: string;

  /** Why, for colleagues. */
  @Column('text', { default: '' })
  note: string;

  @CreatedAt()
  createdAt: Date;
}
