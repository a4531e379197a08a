import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Transactor } from '@app/database';
import sql from 'sql-template-tag';

/** A process that dies leaves what it held to others after so many seconds. */
const SECONDS = 20;
const EXTEND_MS = 5_000;

/** A hold on something; tells again and again that it is still wanted. */
export interface HeldLease {
  /** Cheap: called often, it writes now and then. */
  readonly beat: () => Promise<void>;
}

/** Lets one process at a time do something. */
@Injectable()
export class SearchLeases {
  constructor(private readonly transactor: Transactor) {}

  /** @returns whether it was done: not where somebody else is at it */
  async hold(name: string, work: (lease: HeldLease) => Promise<void>): Promise<boolean> {
    const holder = randomUUID();
    if (!(await this.take(name, holder))) return false;
    let extended = performance.now();
    try {
      await work({
        beat: async () => {
          if (performance.now() - extended < EXTEND_MS) return;
          extended = performance.now();
          await this.extend(name, holder);
        },
      });
    } finally {
      await this.transactor.runStatement(sql`DELETE FROM search_leases WHERE name = ${name} AND holder = ${holder}`);
    }
    return true;
  }

  private async take(name: string, holder: string): Promise<boolean> {
    const rows = await this.transactor.runStatement(sql`
      INSERT INTO search_leases AS held (name, holder, held_until)
      VALUES (${name}, ${holder}, now() + make_interval(secs => ${SECONDS}))
      ON CONFLICT (name) DO UPDATE SET holder = excluded.holder, held_until = excluded.held_until
        WHERE held.held_until < now()
      RETURNING name`);
    return rows.length > 0;
  }

  /** @throws Error where another one has taken it over meanwhile */
  private async extend(name: string, holder: string): Promise<void> {
    const rows = await this.transactor.runStatement(sql`
      UPDATE search_leases SET held_until = now() + make_interval(secs => ${SECONDS})
      WHERE name = ${name} AND holder = ${holder} RETURNING name`);
    if (rows.length === 0) throw new Error(`${name} took so long that another process does it now.`);
  }
}
