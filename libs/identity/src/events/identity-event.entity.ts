import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** What happened to an identity, append-only: logins, failures, locks, changes of credentials. */
@Entity('identity_events')
@Index('identity_events_user_idx', ['userId', 'id'])
export class IdentityEvent {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'identity_events_pkey' })
  id: string;

  @Column('uuid', { name: 'user_id', nullable: true })
  userId: string | null;

  /** Past tense, `noun.verbed`. */
  @Column('text')
  type: string;

  /** No secrets, no addresses in the clear. */
  @Column('jsonb')
  data: object;

  @Column({ type: 'timestamptz', name: 'created_at', precision: 3, default: () => 'now()' })
  createdAt: Date;
}
