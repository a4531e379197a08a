import { Column, Entity, PrimaryColumn } from 'typeorm';

/**
 * How often something was lately tried for one account or from one place, shared by all API processes. The table is
 * unlogged: after a crash of the server counting starts anew.
 */
@Entity('login_throttles')
export class LoginThrottle {
  /** A keyed hash of what is counted. */
  @PrimaryColumn('text', { primaryKeyConstraintName: 'login_throttles_pkey' })
  key: string;

  @Column('integer')
  tries: number;

  /** From then on `tries` starts anew. */
  @Column({ type: 'timestamptz', name: 'forget_at', precision: 3 })
  forgetAt: Date;

  /** Until then further tries are refused without a look at the password. */
  @Column({ type: 'timestamptz', name: 'locked_until', precision: 3, nullable: true })
  lockedUntil: Date | null;
}
