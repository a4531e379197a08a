import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { Role } from '@app/kernel';

/** What happened, append-only: who did what to which thing, when, and in which role. */
@Entity('domain_events')
@Index('domain_events_subject_idx', ['communityId', 'subjectId', 'id'])
@Index('domain_events_type_idx', ['communityId', 'type', 'id'])
@Index('domain_events_actor_idx', ['communityId', 'actorId', 'id'])
export class DomainEvent {
  @PrimaryColumn('uuid', { name: 'community_id', primaryKeyConstraintName: 'domain_events_pkey' })
  communityId: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'domain_events_pkey' })
  id: string;

  /** Past tense, `noun.verbed`. */
  @Column('text')
  type: string;

  /** The thing the event is about; events outlive what they tell of, so this is no foreign key. */
  @Column('uuid', { name: 'subject_id' })
  subjectId: string;

  /** The member who did it; null for what the system did by itself. */
  @Column('uuid', { name: 'actor_id', nullable: true })
  actorId: string | null;

  @Column('text', { name: 'actor_role', nullable: true })
  actorRole: Role | null;

  /** The user whose key acted for the member, where one did. */
  @Column('uuid', { name: 'acting_user_id', nullable: true })
  actingUserId: string | null;

  @Column('jsonb')
  data: object;

  @Column({ type: 'timestamptz', name: 'created_at', precision: 3, default: () => 'now()' })
  createdAt: Date;
}
