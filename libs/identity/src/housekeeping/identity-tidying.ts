import { Injectable } from '@nestjs/common';
import { Transactor } from '@app/database';
import sql from 'sql-template-tag';

/** Days for which what is over can still be looked into. */
const KEPT_DAYS = 30;

/** Takes away what is over for good: counts, sessions, links. What happened stays in the events. */
@Injectable()
export class IdentityTidying {
  constructor(private readonly transactor: Transactor) {}

  async tidy(): Promise<void> {
    const long = sql`now() - make_interval(days => ${KEPT_DAYS})`;
    await this.transactor.runGlobal(async (tx) => {
      await tx.rows(
        sql`DELETE FROM login_throttles WHERE forget_at < now() AND coalesce(locked_until, now()) <= now()`,
      );
      await tx.rows(sql`DELETE FROM sessions WHERE expires_at < ${long} OR revoked_at < ${long}`);
      await tx.rows(sql`DELETE FROM one_time_links WHERE expires_at < ${long}`);
    });
  }
}
