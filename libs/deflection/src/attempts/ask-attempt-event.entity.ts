import { Check, Column, Entity, PrimaryColumn } from 'typeorm';
import { BelongsTo, CommunityKey, CreatedAt, Key } from '@app/database';
import { AskAttempt } from './ask-attempt.entity';

/** What can happen in an attempt, in the order in which it does. */
export const ATTEMPT_EVENTS = ['STARTED', 'SHOWN', 'OPENED', 'ANSWERED', 'ME_TOO', 'ASKED'] as const;

/** See {@link ATTEMPT_EVENTS}. */
export type AttemptEventType = (typeof ATTEMPT_EVENTS)[number];

/** What happened in an attempt, append-only: the same thing happens to the same subject once. */
@Entity('ask_attempt_events')
@BelongsTo(() => AskAttempt, 'attemptId', 'ask_attempt_events_attempt_fk')
@Check('ask_attempt_events_type', `type IN ('STARTED', 'SHOWN', 'OPENED', 'ANSWERED', 'ME_TOO', 'ASKED')`)
export class AskAttemptEvent {
  @CommunityKey('ask_attempt_events_pkey')
  communityId: string;

  @Key('ask_attempt_events_pkey', 'attempt_id')
  attemptId: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'ask_attempt_events_pkey' })
  type: AttemptEventType;

  /** The topic or article it is about; the attempt itself where it is about neither. */
  @Key('ask_attempt_events_pkey', 'subject_id')
  subjectId: string;

  /** Of what was shown: its place in the list where it first stood, the first one 0. */
  @Column('integer', { nullable: true })
  position: number | null;

  @CreatedAt()
  createdAt: Date;
}
