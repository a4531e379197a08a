import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { User } from '../users/user.entity';

/** What a link is good for. */
export type LinkPurpose = 'VERIFY_EMAIL' | 'RESET_PASSWORD';

/**
 * A secret sent by mail that works once: to verify the address it was sent to, or to set a new password. Of each
 * purpose a user has one that is open at most: a new one takes the place of the one before.
 */
@Entity('one_time_links')
@Unique('one_time_links_token_key', ['tokenHash'])
@Index('one_time_links_open_key', ['userId', 'purpose'], { unique: true, where: 'used_at IS NULL' })
@ForeignKey(() => User, ['userId'], ['id'], { name: 'one_time_links_user_fk', onDelete: 'CASCADE' })
@Check('one_time_links_purpose', `purpose IN ('VERIFY_EMAIL', 'RESET_PASSWORD')`)
export class OneTimeLink {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'one_time_links_pkey' })
  id: string;

  @Column('uuid', { name: 'user_id' })
  userId: string;

  @Column('text')
  purpose: LinkPurpose;

  /** The address it was sent to: a link to an address that is no longer the user's is worth nothing. */
  @Column('text')
  email: string;

  /** SHA-256 of the token, base64url. */
  @Column('text', { name: 'token_hash' })
  tokenHash: string;

  @Column({ type: 'timestamptz', name: 'created_at', precision: 3, default: () => 'now()' })
  createdAt: Date;

  @Column({ type: 'timestamptz', name: 'expires_at', precision: 3 })
  expiresAt: Date;

  @Column({ type: 'timestamptz', name: 'used_at', precision: 3, nullable: true })
  usedAt: Date | null;
}
