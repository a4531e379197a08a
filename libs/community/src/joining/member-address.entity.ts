import { Check, Column, Entity, Index } from 'typeorm';
import { BelongsTo, CommunityKey, Key } from '@app/database';
import { Member } from '../members/member.entity';

/** The address of an unclaimed member, by which the person takes the member over; it goes when they have. */
@Entity('member_addresses')
@Index('member_addresses_email_idx', ['communityId', 'email'])
@BelongsTo(() => Member, 'memberId', 'member_addresses_member_fk')
@Check('member_addresses_lower', 'email = lower(email)')
export class MemberAddress {
  @CommunityKey('member_addresses_pkey')
  communityId: string;

  @Key('member_addresses_pkey', 'member_id')
  memberId: string;

  @Column('text')
  email: string;
}
