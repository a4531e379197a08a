import type { Environment } from '@app/environment';
import { checkMigrated } from '../schema/check-migrated';
import type { DatabaseUrls } from './database-urls';
import { checkAppRole, checkServer } from './server-check';

/**
 * For a process that uses a database without migrating it: everything that must hold before it may serve.
 * @throws StartFault for the first thing that does not
 */
export async function checkDatabase(urls: DatabaseUrls, { production }: Environment): Promise<void> {
  await checkServer(urls, production);
  await checkMigrated(urls);
  await checkAppRole(urls, production);
}
