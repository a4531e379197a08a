import { createDataSource, migrate, schemaDrift } from '@app/database';
import { Client } from 'pg';
import { DataSource } from 'typeorm';
import { allEntities } from '../apps/all-entities';
import { migrations } from '../migrations';
import { TestDatabase } from './support/test-database';

describe('the migrations', () => {
  let database: TestDatabase;

  beforeAll(async () => {
    database = await TestDatabase.create();
  });
  afterAll(() => database.drop());

  const asOwner = (): DataSource =>
    createDataSource({ ownerUrl: database.ownerUrl, appUrl: database.ownerUrl }, allEntities, 1);

  it('make what the entities say, to the last constraint', async () => {
    const dataSource = await asOwner().initialize();
    await expect(schemaDrift(dataSource)).resolves.toEqual([]);
    await dataSource.destroy();
  });

  it('change nothing where all is done', async () => {
    const steps: string[] = [];
    await migrate({ ...database, onStep: (step) => steps.push(step) });
    expect(steps).toEqual([]);
  });

  it('go down to nothing and up again to the same', async () => {
    const before = await shape(database.ownerUrl);
    const dataSource = await new DataSource({
      type: 'postgres',
      url: database.ownerUrl,
      migrations,
      installExtensions: false,
    }).initialize();
    for (const _ of migrations) await dataSource.undoLastMigration();
    expect((await shape(database.ownerUrl)).filter((row) => !row.startsWith('migrations.'))).toEqual([]);
    await dataSource.runMigrations();
    await dataSource.destroy();
    await expect(shape(database.ownerUrl)).resolves.toEqual(before);
  });
});

async function shape(url: string): Promise<string[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<{ line: string }>(`
    SELECT table_name || '.' || column_name || ' ' || data_type || ' ' || is_nullable || ' ' || coalesce(column_default, '') AS line
      FROM information_schema.columns WHERE table_schema = 'public'
    UNION ALL SELECT conrelid::regclass || '.' || conname || ' ' || pg_get_constraintdef(oid) FROM pg_constraint
      WHERE connamespace = 'public'::regnamespace
    UNION ALL SELECT tablename || '.' || indexdef FROM pg_indexes WHERE schemaname = 'public'
    UNION ALL SELECT tablename || '.' || policyname || ' ' || qual || ' ' || coalesce(with_check, '') FROM pg_policies WHERE schemaname = 'public'
    ORDER BY 1`);
  await client.end();
  return rows.map(({ line }) => line);
}
