import { Client } from 'pg';
import { TestApp } from '../support/test-app';

describe('health', () => {
  let house: TestApp;
  let admin: Client;

  beforeAll(async () => {
    house = await TestApp.start();
    admin = new Client({
      connectionString: Object.assign(new URL(house.database.adminUrl), { pathname: 'postgres' }).href,
    });
    await admin.connect();
  });
  afterAll(async () => {
    await admin.end();
    await house.stop();
  });

  const probe = async (path: string): Promise<[number, unknown]> => {
    const response = await fetch(`${house.url}/health/${path}`);
    return [response.status, await response.json()];
  };

  it('says that the process lives and is ready', async () => {
    await expect(probe('live')).resolves.toEqual([200, { status: 'ok', node: process.version }]);
    await expect(probe('ready')).resolves.toEqual([200, { status: 'ok', database: 'up' }]);
  });

  it('lives on without its database, is not ready, and answers requests with a code; comes back with it', async () => {
    const name = new URL(house.database.ownerUrl).pathname.slice(1);
    await admin.query(`ALTER DATABASE ${name} ALLOW_CONNECTIONS false`);
    await admin.query('SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1', [name]);
    await expect(probe('live')).resolves.toMatchObject([200, {}]);
    await expect(probe('ready')).resolves.toEqual([503, { status: 'unavailable', database: 'down' }]);
    await expect(house.stranger.codeOf('{ community(slug: "any") { id } }')).resolves.toBe('UNAVAILABLE');
    await admin.query(`ALTER DATABASE ${name} ALLOW_CONNECTIONS true`);
    await expect(probe('ready')).resolves.toEqual([200, { status: 'ok', database: 'up' }]);
    await expect(house.stranger.codeOf('{ community(slug: "any") { id } }')).resolves.toBe('NOT_FOUND');
  });
});
