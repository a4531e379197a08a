import { Check, Column, Entity, Index } from 'typeorm';
import { Member } from '@app/community';
import { BelongsTo, CommunityKey, Key, MaybeMoment, Moment } from '@app/database';
import type { AnomalyKind } from './anomaly';

/**
 * OPEN: somebody should look; REVERSED: its confirmations no longer count; DISMISSED: it is as it should be; GONE: it is
 * no longer found, because what it was made of was taken back.
 */
export const ANOMALY_STATES = ['OPEN', 'REVERSED', 'DISMISSED', 'GONE'] as const;

/** See {@link ANOMALY_STATES}. */
export type AnomalyState = (typeof ANOMALY_STATES)[number];

/** Something in the ledger that a lead should look at, with the evidence and what was decided. */
@Entity('reputation_anomalies')
@Index('reputation_anomalies_open_key', ['communityId', 'key'], { unique: true, where: `state = 'OPEN'` })
@Index('reputation_anomalies_list_idx', ['communityId', 'state', 'foundAt', 'id'])
@Index('reputation_anomalies_key_idx', ['communityId', 'key'])
@BelongsTo(() => Member, 'subjectId', 'reputation_anomalies_subject_fk')
@BelongsTo(() => Member, 'decidedById', 'reputation_anomalies_decided_by_fk')
@Check('reputation_anomalies_kind', `kind IN ('BURST', 'ONE_WAY', 'RING', 'CIRCLE')`)
@Check('reputation_anomalies_state', `state IN ('OPEN', 'REVERSED', 'DISMISSED', 'GONE')`)
export class ReputationAnomaly {
  @CommunityKey('reputation_anomalies_pkey')
  communityId: string;

  @Key('reputation_anomalies_pkey')
  id: string;

  @Column('text')
  kind: AnomalyKind;

  /** The same group or pair, found again, has the same. */
  @Column('text')
  key: string;

  /** Whom it helps; null where it helps all who are in it. */
  @Column('uuid', { name: 'subject_id', nullable: true })
  subjectId: string | null;

  /** The accounts in it. Members are named as the ledger names them. */
  @Column('uuid', { name: 'member_ids', array: true })
  memberIds: string[];

  /** The confirmations in it, oldest first. */
  @Column('uuid', { name: 'entry_ids', array: true })
  entryIds: string[];

  /** What speaks for it, in words. */
  @Column('text')
  because: string;

  @Column('text', { default: 'OPEN' })
  state: AnomalyState;

  /** The decisions in the ledger that took its confirmations away, so that they can be taken back. */
  @Column('uuid', { name: 'decision_ids', array: true, default: '{}' })
  decisionIds: string[];

  /** What the lead said of the last decision. */
  @Column('text', { nullable: true })
  note: string | null;

  @Column('uuid', { name: 'decided_by_id', nullable: true })
  decidedById: string | null;

  @MaybeMoment('decided_at')
  decidedAt: Date | null;

  @Moment('found_at')
  foundAt: Date;
}
