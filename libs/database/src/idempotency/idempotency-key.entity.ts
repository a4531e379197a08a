import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What a create with a client's key has made, so that the same call again returns it. */
@Entity('idempotency_keys')
export class IdempotencyKey {
  @PrimaryColumn('uuid', { name: 'community_id', primaryKeyConstraintName: 'idempotency_keys_pkey' })
  communityId: string;

  @PrimaryColumn('uuid', { name: 'member_id', primaryKeyConstraintName: 'idempotency_keys_pkey' })
  memberId: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'idempotency_keys_pkey' })
  key: string;

  @Column('text')
  operation: string;

  /** SHA-256 of the input, base64url. */
  @Column('text', { name: 'input_hash' })
  inputHash: string;

  /** The id of the thing that was made. */
  @Column('uuid', { name: 'result_id' })
  resultId: string;

  @Column({ type: 'timestamptz', name: 'created_at', precision: 3, default: () => 'now()' })
  createdAt: Date;
}
