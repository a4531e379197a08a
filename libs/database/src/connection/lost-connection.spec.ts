import { Client } from 'pg';
import sql from 'sql-template-tag';
import { newId } from '@app/kernel';
import { TestDatabase } from '../../../../test/support/test-database';
import { createDataSource } from './data-source';
import { Transactor } from '../transaction/transactor';
import { Reader } from '../reading/reader';

/** Ends each connection of the database that is in the middle of a statement, as a server does that is stopped. */
async function endBusyConnections({ adminUrl }: TestDatabase, least: number): Promise<void> {
  const admin = new Client({ connectionString: adminUrl });
  await admin.connect();
  // A connection that was told to end is seen for some moments still.
  const ended = new Set<number>();
  while (ended.size < least) {
    const { rows } = await admin.query<{ pid: number }>(
      `SELECT pid, pg_terminate_backend(pid) FROM pg_stat_activity
       WHERE datname = current_database() AND query LIKE '%pg_sleep%' AND pid <> pg_backend_pid() AND state = 'active'`,
    );
    for (const { pid } of rows) ended.add(pid);
  }
  await admin.end();
}

describe('a database that goes away in the middle of a statement', () => {
  let database: TestDatabase;

  beforeAll(async () => {
    database = await TestDatabase.create();
  });
  afterAll(() => database.drop());

  it('fails the readers that wait for it, and nobody else; the next ones are answered', async () => {
    const reader = new Reader(database, 2);
    const asked = [1, 2].map(() =>
      reader.round(newId(), [sql`SELECT pg_sleep(20)`, sql`SELECT 1`]).catch((error: unknown) => error),
    );
    await endBusyConnections(database, 2);
    for (const failure of await Promise.all(asked)) expect(failure).toMatchObject({ code: 'UNAVAILABLE' });
    await expect(reader.globalRows(sql`SELECT 1 AS one`)).resolves.toEqual([{ one: 1 }]);
    await reader.close();
  });

  it('fails the changes that wait for it', async () => {
    const dataSource = await createDataSource(database, [], 2).initialize();
    const transactor = new Transactor(dataSource);
    const failure = transactor.run(newId(), (tx) => tx.rows(sql`SELECT pg_sleep(20)`)).catch((error: unknown) => error);
    await endBusyConnections(database, 1);
    expect(await failure).toMatchObject({ code: 'UNAVAILABLE' });
    await expect(transactor.run(newId(), (tx) => tx.row(sql`SELECT 1 AS one`))).resolves.toEqual({ one: 1 });
    await dataSource.destroy();
  });
});
