import { Check, Column, Entity, PrimaryColumn, Unique } from 'typeorm';

/** An identity: an address and credentials. What it is in a community, a member says. */
@Entity('users')
@Unique('users_email_key', ['email'])
@Check('users_email_lower', 'email = lower(email)')
export class User {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'users_pkey' })
  id: string;

  /** Normalised: lower case, no surrounding space. */
  @Column('text')
  email: string;

  @Column({ type: 'timestamptz', name: 'email_verified_at', precision: 3, nullable: true })
  emailVerifiedAt: Date | null;

  /** argon2id in PHC form; null for users who have only ever come by link. */
  @Column('text', { name: 'password_hash', nullable: true })
  passwordHash: string | null;

  @Column({ type: 'timestamptz', name: 'created_at', precision: 3, default: () => 'now()' })
  createdAt: Date;
}
