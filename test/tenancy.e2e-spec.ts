import { Reader, Transactor, createDataSource } from '@app/database';
import { newId } from '@app/kernel';
import { Client } from 'pg';
import sql from 'sql-template-tag';
import type { DataSource } from 'typeorm';
import { Founder, type TestCommunity } from './support/founder';
import { TestDatabase } from './support/test-database';

describe('the wall between communities', () => {
  let database: TestDatabase;
  let founder: Founder;
  let dataSource: DataSource;
  let transactor: Transactor;
  let reader: Reader;
  let ours: TestCommunity;
  let theirs: TestCommunity;

  beforeAll(async () => {
    database = await TestDatabase.create();
    founder = new Founder(database.ownerUrl);
    dataSource = await createDataSource(database, [], 2).initialize();
    transactor = new Transactor(dataSource);
    reader = new Reader(database, 2);
    ours = await founder.community();
    theirs = await founder.community();
    await founder.member('', ours);
    await founder.member('', theirs);
  });
  afterAll(async () => {
    await Promise.all([dataSource.destroy(), reader.close(), founder.stop()]);
    await database.drop();
  });

  it('shows a statement that forgets its scope nothing', async () => {
    await expect(reader.globalRows(sql`SELECT id FROM members`)).resolves.toEqual([]);
    await expect(transactor.runGlobal((tx) => tx.rows(sql`SELECT id FROM members`))).resolves.toEqual([]);
  });

  it('shows a statement that forgets its WHERE only its own community', async () => {
    const rows = await reader.rows<{ community_id: string }>(ours.key, sql`SELECT community_id FROM members`);
    expect(rows).toEqual([{ community_id: ours.key }]);
  });

  it('lets nothing be written, changed or deleted across', async () => {
    const write = transactor.run(ours.key, (tx) =>
      tx.rows(sql`INSERT INTO tags (community_id, id, name) VALUES (${theirs.key}, ${newId()}, 'x')`),
    );
    await expect(write).rejects.toMatchObject({ driverError: { code: '42501' } });
    await expect(
      transactor.run(ours.key, (tx) =>
        tx.rows(sql`UPDATE members SET title = 'x' WHERE community_id = ${theirs.key} RETURNING id`),
      ),
    ).resolves.toEqual([]);
    await expect(
      transactor.run(ours.key, (tx) =>
        tx.rows(sql`DELETE FROM members WHERE community_id = ${theirs.key} RETURNING id`),
      ),
    ).resolves.toEqual([]);
  });

  it('leaves no scope behind on a connection, after success and after failure', async () => {
    await transactor.run(ours.key, (tx) => tx.rows(sql`SELECT 1`));
    await transactor.run(ours.key, (tx) => tx.rows(sql`SELECT 1/0`)).catch(() => undefined);
    await reader.rows(ours.key, sql`SELECT 1`);
    await reader.rows(ours.key, sql`SELECT 1/0`).catch(() => undefined);
    for (let i = 0; i < 8; i++) {
      await expect(
        Promise.all([
          reader.globalRows(sql`SELECT coalesce(current_setting('app.community_id', true), '') AS scope`),
          transactor.runGlobal((tx) =>
            tx.rows(sql`SELECT coalesce(current_setting('app.community_id', true), '') AS scope`),
          ),
        ]),
      ).resolves.toEqual([[{ scope: '' }], [{ scope: '' }]]);
    }
  });

  it('refuses a second statement smuggled into a text', async () => {
    await expect(dataSource.query(`SELECT 1; UPDATE members SET role = 'ADMIN'`)).rejects.toThrow(/multiple commands/);
  });

  it('does not let the restricted role switch the wall off', async () => {
    const client = new Client({ connectionString: database.appUrl });
    await client.connect();
    await expect(client.query('ALTER TABLE members DISABLE ROW LEVEL SECURITY')).rejects.toThrow(/must be owner/);
    await client.query('SET row_security = off');
    await expect(client.query('SELECT id FROM members')).rejects.toThrow(/row-level security/);
    await client.end();
  });
});
