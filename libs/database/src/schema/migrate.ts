import { runMigrations } from 'graphile-worker';
import { Client } from 'pg';
import { DataSource } from 'typeorm';
import { migrations } from '../../../../migrations';
import { appRole, type DatabaseUrls } from '../connection/database-urls';
import { ensureAppRole, grantAppRole } from './app-role';

/** Any number will do, as long as all processes use the same. */
const MIGRATION_LOCK = 7_225_011;

/** What a migration needs: the addresses, and a listener that is told each step in words. */
export interface MigrateOptions extends DatabaseUrls {
  onStep?(step: string): void;
}

/**
 * Brings a database to the newest schema: the restricted role, the job queue's tables, ours, and the grants.
 * Processes that start together wait for each other; on a database that is up to date nothing changes.
 */
export async function migrate({ onStep = () => undefined, ...urls }: MigrateOptions): Promise<void> {
  const client = new Client({ connectionString: urls.ownerUrl, connectionTimeoutMillis: 5_000 });
  await client.connect();
  try {
    await client.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK]);
    await ensureAppRole(client, urls);
    await runMigrations({ connectionString: urls.ownerUrl });
    const applied = await applyMigrations(urls.ownerUrl);
    for (const name of applied) onStep(`migrated ${name}`);
    await grantAppRole(client, appRole(urls));
  } finally {
    await client.end();
  }
}

async function applyMigrations(ownerUrl: string): Promise<string[]> {
  const dataSource = new DataSource({
    type: 'postgres',
    url: ownerUrl,
    entities: [],
    migrations,
    uuidExtension: 'pgcrypto',
    installExtensions: false,
    poolSize: 1,
  });
  await dataSource.initialize();
  try {
    return (await dataSource.runMigrations({ transaction: 'each' })).map(({ name }) => name);
  } finally {
    await dataSource.destroy();
  }
}
