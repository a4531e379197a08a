import { setTimeout as pause } from 'node:timers/promises';
import type { Sql } from 'sql-template-tag';
import type { DataSource } from 'typeorm';
import { DatabaseError } from '../connection/database-error';
import { scopeStatement } from './scope-statement';
import { Tx } from './tx';

const TRIES = 3;

/**
 * Runs changes, each in one transaction that sees the rows of one community only. A transaction lost to a
 * deadlock is run again as a whole, so the work it is given must do nothing but talk to the database.
 */
export class Transactor {
  constructor(private readonly dataSource: DataSource) {}

  /** Changes rows of one community. */
  run<T>(communityId: string, work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.attempt(scopeStatement(communityId), work);
  }

  /** Changes what belongs to no community: users, sessions, credentials. Rows of communities are out of reach. */
  runGlobal<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.attempt(null, work);
  }

  /** The rows of one statement that changes what belongs to no community, by itself: one trip to the database. */
  runStatement<Row>(statement: Sql): Promise<Row[]> {
    return this.retry(() => new Tx(this.dataSource.manager).rows<Row>(statement));
  }

  private attempt<T>(scope: string | null, work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.retry(() =>
      this.dataSource.transaction(async (manager) => {
        if (scope) await manager.query(scope);
        return work(new Tx(manager));
      }),
    );
  }

  private async retry<T>(work: () => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await work();
      } catch (error) {
        if (attempt >= TRIES || !DatabaseError.isRetryable(error)) throw DatabaseError.translate(error);
        await pause(Math.random() * 20 * attempt);
      }
    }
  }
}
