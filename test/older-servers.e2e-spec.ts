import { Client } from 'pg';
import { UUID_STAND_IN } from '../migrations/1795379999999-UuidsOfOlderServers';
import { TestDatabase } from './support/test-database';

describe('what stands in for uuidv7() on servers before PostgreSQL 18', () => {
  let database: TestDatabase;
  let client: Client;

  beforeAll(async () => {
    database = await TestDatabase.create();
    client = new Client(database.ownerUrl);
    await client.connect();
    await client.query(UUID_STAND_IN);
  });
  afterAll(async () => {
    await client.end();
    await database.drop();
  });

  it('is what the server of today would make of the same moment', async () => {
    const { rows } = await client.query<{ version: number; variant: string; off: number; different: number }>(
      `SELECT min(uuid_extract_version(id)) AS version, min(substring(id::text FROM 20 FOR 1)) AS variant,
         max(abs(extract(epoch FROM uuid_extract_timestamp(id) - (now() - interval '1 year'))))::float AS off,
         count(DISTINCT id)::int AS different
       FROM (SELECT public.uuidv7(interval '-1 year') AS id FROM generate_series(1, 1000)) x`,
    );
    expect(rows[0]).toMatchObject({ version: 7, different: 1_000 });
    expect(rows[0]!.variant).toMatch(/[89ab]/);
    expect(rows[0]!.off).toBeLessThan(60);
  });
});
