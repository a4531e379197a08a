import { Column, Entity, PrimaryColumn } from 'typeorm';

/** How often something has lately failed for one account or address; shared by all API processes. */
@Entity('login_throttles')
export class LoginThrottle {
  /** A hash of what is counted: `account:…`, `address:…`, `network:…`. */
  @PrimaryColumn('text', { primaryKeyConstraintName: 'login_throttles_pkey' })
  key: string;

  @Column('integer')
  failures: number;

  /** When the counting of `failures` began. */
  @Column({ type: 'timestamptz', name: 'window_started_at', precision: 3 })
  windowStartedAt: Date;

  /** Until then further tries are refused without a look at the password. */
  @Column({ type: 'timestamptz', name: 'locked_until', precision: 3, nullable: true })
  lockedUntil: Date | null;
}
