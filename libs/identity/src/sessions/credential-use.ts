import { Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import { Transactor } from '@app/database';
import sql, { type Sql } from 'sql-template-tag';
import type { Principal } from '../authentication/principal';

/** How much a time of last use may lag behind; shorter would turn every read into a write. */
const LAG_MS = 5 * 60_000;

/** Writes down that sessions and keys are used: now and then, and beside the request, which never waits for it. */
@Injectable()
export class CredentialUse implements OnModuleDestroy {
  private readonly logger = new Logger('Credentials');
  private readonly writing = new Map<string, Promise<void>>();

  constructor(private readonly transactor: Transactor) {}

  /** @param usedAt what is written down so far */
  note(kind: 'session' | 'key', id: string, usedAt: Date | null): void {
    if (usedAt && Date.now() - usedAt.getTime() < LAG_MS) return;
    this.write(
      id,
      kind === 'session'
        ? sql`UPDATE sessions SET last_seen_at = now() WHERE id = ${id}`
        : sql`UPDATE api_keys SET last_used_at = now() WHERE id = ${id}`,
    );
  }

  /** The session is used by somebody who works for a company: from now on it ends sooner. */
  noteStaff({ sessionId, staff }: Principal): void {
    if (sessionId && !staff)
      this.write(`staff ${sessionId}`, sql`UPDATE sessions SET staff = true WHERE id = ${sessionId}`);
  }

  async onModuleDestroy(): Promise<void> {
    await Promise.all(this.writing.values());
  }

  private write(key: string, statement: Sql): void {
    if (this.writing.has(key)) return;
    const done = this.transactor
      .runStatement(statement)
      .then(
        () => undefined,
        (error: unknown) => this.logger.warn(`A time of last use was not written down: ${String(error)}`),
      )
      .finally(() => this.writing.delete(key));
    this.writing.set(key, done);
  }
}
