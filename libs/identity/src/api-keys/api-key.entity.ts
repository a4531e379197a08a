import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { User } from '../users/user.entity';
import type { KeyScope } from './key-scope';

/** A personal key for programs; an admin's may act for members of one community. */
@Entity('api_keys')
@Unique('api_keys_token_key', ['tokenHash'])
@Unique('api_keys_idempotency_key', ['userId', 'idempotencyKey'])
@Index('api_keys_user_idx', ['userId'])
@ForeignKey(() => User, ['userId'], ['id'], { name: 'api_keys_user_fk', onDelete: 'CASCADE' })
export class ApiKey {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'api_keys_pkey' })
  id: string;

  @Column('uuid', { name: 'user_id' })
  userId: string;

  @Column('text')
  name: string;

  /** SHA-256 of the key, base64url. */
  @Column('text', { name: 'token_hash' })
  tokenHash: string;

  /** Some of `read`, `write`, `admin`. */
  @Column('text', { array: true })
  scopes: KeyScope[];

  /** The community whose members the key may act for; null for a key that acts for its owner only. */
  @Column('uuid', { name: 'acts_in_community_id', nullable: true })
  actsInCommunityId: string | null;

  @Column('text', { name: 'idempotency_key' })
  idempotencyKey: string;

  @Column({ type: 'timestamptz', name: 'created_at', precision: 3, default: () => 'now()' })
  createdAt: Date;

  @Column({ type: 'timestamptz', name: 'last_used_at', precision: 3, nullable: true })
  lastUsedAt: Date | null;

  @Column({ type: 'timestamptz', name: 'expires_at', precision: 3, nullable: true })
  expiresAt: Date | null;

  @Column({ type: 'timestamptz', name: 'revoked_at', precision: 3, nullable: true })
  revokedAt: Date | null;
}
