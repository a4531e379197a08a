import { StartFault } from '@app/environment';
import { Client } from 'pg';
import { migrations } from '../../../../migrations';
import type { DatabaseUrls } from '../connection/database-urls';

const CONNECT_MS = 5_000;
const UNDEFINED_TABLE = '42P01';

/**
 * For a process that does not migrate by itself: whether the database has the schema that this version knows.
 * @throws StartFault when it is behind, or was migrated by a later version
 */
export async function checkMigrated({ ownerUrl }: DatabaseUrls): Promise<void> {
  const applied = await appliedMigrations(ownerUrl);
  const known = migrations.map(({ name }) => name);
  const missing = known.filter((name) => !applied.includes(name));
  if (missing.length > 0) {
    throw new StartFault(
      `The database lacks ${missing.length} migrations of this version: run "npm run migrate" first.`,
    );
  }
  const later = applied.filter((name) => !known.includes(name));
  if (later.length > 0) {
    throw new StartFault(
      `The database was migrated by a later version (${later.join(', ')}): run that version on it, or restore a backup of before.`,
    );
  }
}

async function appliedMigrations(connectionString: string): Promise<string[]> {
  const client = new Client({ connectionString, connectionTimeoutMillis: CONNECT_MS });
  await client.connect();
  try {
    const { rows } = await client.query<{ name: string }>('SELECT name FROM migrations');
    return rows.map(({ name }) => name);
  } catch (error) {
    if ((error as { code?: string }).code === UNDEFINED_TABLE) return [];
    throw error;
  } finally {
    await client.end();
  }
}
