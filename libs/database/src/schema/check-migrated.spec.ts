import { Client } from 'pg';
import { TestDatabase } from '../../../../test/support/test-database';
import { checkMigrated } from './check-migrated';

describe('checkMigrated', () => {
  let database: TestDatabase;
  beforeEach(async () => {
    database = await TestDatabase.create();
  });
  afterEach(() => database.drop());

  async function change(statement: string): Promise<void> {
    const owner = new Client(database.ownerUrl);
    await owner.connect();
    await owner.query(statement);
    await owner.end();
  }

  it('accepts a database of this version', async () => {
    await expect(checkMigrated(database)).resolves.toBeUndefined();
  });

  it('refuses one that is behind, even one that was never migrated', async () => {
    await change('DELETE FROM migrations WHERE id = (SELECT max(id) FROM migrations)');
    await expect(checkMigrated(database)).rejects.toThrow(
      /^The database lacks 1 migrations of this version: run .*\.$/,
    );
    await change('DROP TABLE migrations');
    await expect(checkMigrated(database)).rejects.toThrow(
      /^The database lacks \d+ migrations of this version: run .*\.$/,
    );
  });

  it('refuses one that a later version migrated', async () => {
    await change(`INSERT INTO migrations (timestamp, name) VALUES (9999999999999, 'FromTheFuture')`);
    await expect(checkMigrated(database)).rejects.toThrow(
      /^The database was migrated by a later version \(FromTheFuture\): /,
    );
  });
});
