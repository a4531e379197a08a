import { Check, Column, Entity, PrimaryColumn } from 'typeorm';
import { Member } from '@app/community';
import { BelongsTo, CommunityKey, Key } from '@app/database';

/** How often a member was asked on a day. Whoever asks counts here first, so that no cap is passed, however many ask at once. */
@Entity('ask_days')
@BelongsTo(() => Member, 'memberId', 'ask_days_member_fk')
@Check('ask_days_asked', 'asked BETWEEN 1 AND 20')
export class AskDay {
  @CommunityKey('ask_days_pkey')
  communityId: string;

  @Key('ask_days_pkey', 'member_id')
  memberId: string;

  /** By UTC. */
  @PrimaryColumn('date', { primaryKeyConstraintName: 'ask_days_pkey' })
  day: string;

  @Column('integer')
  asked: number;
}
