import { Check, Column, Entity, Index } from 'typeorm';
import { Member } from '@app/community';
import { BelongsTo, CommunityKey, CreatedAt, Key, MaybeMoment } from '@app/database';
import { ReputationEntry } from '../../ledger/reputation-entry.entity';

/**
 * What leads say to a dispute: the line stays as it is (KEPT), it counts after all (COUNTED: what reversed it is reversed,
 * or what held it released), or it no longer counts (REVERSED).
 */
export const DISPUTE_OUTCOMES = ['KEPT', 'COUNTED', 'REVERSED'] as const;

/** See {@link DISPUTE_OUTCOMES}. */
export type DisputeOutcome = (typeof DISPUTE_OUTCOMES)[number];

/** A member does not agree with a line of their own ledger. */
@Entity('reputation_disputes')
@Index('reputation_disputes_open_key', ['communityId', 'entryId'], { unique: true, where: 'outcome IS NULL' })
@Index('reputation_disputes_list_idx', ['communityId', 'createdAt', 'id'], { where: 'outcome IS NULL' })
@Index('reputation_disputes_member_idx', ['communityId', 'memberId', 'createdAt', 'id'])
@BelongsTo(() => ReputationEntry, 'entryId', 'reputation_disputes_entry_fk')
@BelongsTo(() => Member, 'memberId', 'reputation_disputes_member_fk')
@BelongsTo(() => Member, 'decidedById', 'reputation_disputes_decided_by_fk')
@Check('reputation_disputes_outcome', `outcome IN ('KEPT', 'COUNTED', 'REVERSED')`)
@Check('reputation_disputes_decided', '(outcome IS NULL) = (decided_at IS NULL)')
export class ReputationDispute {
  @CommunityKey('reputation_disputes_pkey')
  communityId: string;

  @Key('reputation_disputes_pkey')
  id: string;

  @Column('uuid', { name: 'entry_id' })
  entryId: string;

  @Column('uuid', { name: 'member_id' })
  memberId: string;

  /** Why, in the member's words. */
  @Column('text')
  reason: string;

  /** Null while nobody has decided. */
  @Column('text', { nullable: true })
  outcome: DisputeOutcome | null;

  /** What the lead says to it; the member reads it. */
  @Column('text', { nullable: true })
  note: string | null;

  @Column('uuid', { name: 'decided_by_id', nullable: true })
  decidedById: string | null;

  @MaybeMoment('decided_at')
  decidedAt: Date | null;

  @CreatedAt()
  createdAt: Date;
}
