import type { Environment } from '@app/environment';
import type { DatabaseUrls } from '../connection/database-urls';
import { EmbeddedServer } from './embedded-server';

/** A database that can be used until it is closed. */
export interface OpenDatabase {
  readonly urls: DatabaseUrls;
  /** Stops the embedded server, where this process started it. Whoever uses the database lets go of it first. */
  close(): Promise<void>;
}

/**
 * The database of these settings: the server of DATABASE_URL, or the embedded one, which is started.
 * @param options.beside true for a command that may run while the application keeps the embedded server
 * @throws StartFault when the embedded server does not start
 */
export async function openDatabase(environment: Environment, { beside = false } = {}): Promise<OpenDatabase> {
  const { databaseUrl, databaseAppUrl, dataDir } = environment;
  if (databaseUrl !== null) {
    return { urls: { ownerUrl: databaseUrl, appUrl: databaseAppUrl }, close: () => Promise.resolve() };
  }
  const server = beside ? await EmbeddedServer.join({ dataDir }) : await EmbeddedServer.start({ dataDir });
  return { urls: { ownerUrl: server.ownerUrl, appUrl: server.appUrl }, close: () => server.stop() };
}
