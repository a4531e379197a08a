import { Client } from 'pg';
import { TestDatabase } from './test-database';

async function query(connectionString: string, statement: string): Promise<unknown[]> {
  const client = new Client({ connectionString });
  await client.connect();
  try {
    return (await client.query(statement)).rows;
  } finally {
    await client.end();
  }
}

describe('TestDatabase', () => {
  it('is a copy of the migrated template of its own', async () => {
    const [one, two] = await Promise.all([TestDatabase.create(), TestDatabase.create()]);
    await query(one.ownerUrl, 'CREATE TABLE only_here (n int)');
    const tables = "SELECT count(*)::int AS n FROM pg_tables WHERE schemaname = 'public'";
    const [inOne, inTwo] = await Promise.all([query(one.ownerUrl, tables), query(two.ownerUrl, tables)]);
    const [{ n }] = inTwo as [{ n: number }];
    expect(n).toBeGreaterThan(0);
    expect(inOne).toEqual([{ n: n + 1 }]);
    await Promise.all([one.drop(), two.drop()]);
  });

  it('is reached by the owner and by the restricted role', async () => {
    const database = await TestDatabase.create();
    const who = 'SELECT current_user AS role, rolsuper, rolbypassrls FROM pg_roles WHERE rolname = current_user';
    const powerless = { rolsuper: false, rolbypassrls: false };
    expect(await query(database.ownerUrl, who)).toEqual([{ role: 'answerhood_owner', ...powerless }]);
    expect(await query(database.appUrl, who)).toEqual([{ role: 'answerhood_app', ...powerless }]);
    await database.drop();
  });

  it('is gone after drop, with whoever is still connected', async () => {
    const database = await TestDatabase.create();
    const client = new Client({ connectionString: database.appUrl });
    await client.connect();
    const ended = new Promise((resolve) => client.on('error', resolve));
    await database.drop();
    await ended;
    await expect(query(database.appUrl, 'SELECT 1')).rejects.toMatchObject({ code: '3D000' });
  });
});
