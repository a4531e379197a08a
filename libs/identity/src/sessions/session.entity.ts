import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { User } from '../users/user.entity';

/** A logged-in browser or client. Its token is known to the client alone; the hash is kept. */
@Entity('sessions')
@Unique('sessions_token_key', ['tokenHash'])
@Index('sessions_user_idx', ['userId'])
@ForeignKey(() => User, ['userId'], ['id'], { name: 'sessions_user_fk', onDelete: 'CASCADE' })
export class Session {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'sessions_pkey' })
  id: string;

  @Column('uuid', { name: 'user_id' })
  userId: string;

  /** SHA-256 of the token, base64url. */
  @Column('text', { name: 'token_hash' })
  tokenHash: string;

  /** What the client called itself, shortened. */
  @Column('text', { name: 'user_agent', nullable: true })
  userAgent: string | null;

  /** Used by somebody who works for a company: it ends sooner. */
  @Column('boolean', { default: false })
  staff: boolean;

  @Column({ type: 'timestamptz', name: 'created_at', precision: 3, default: () => 'now()' })
  createdAt: Date;

  @Column({ type: 'timestamptz', name: 'last_seen_at', precision: 3, default: () => 'now()' })
  lastSeenAt: Date;

  /** The end whatever happens; idle sessions end before. */
  @Column({ type: 'timestamptz', name: 'expires_at', precision: 3 })
  expiresAt: Date;

  @Column({ type: 'timestamptz', name: 'revoked_at', precision: 3, nullable: true })
  revokedAt: Date | null;
}
