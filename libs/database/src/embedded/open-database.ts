import { StartFault, type Environment, type Running } from '@app/environment';
import type { DatabaseUrls } from '../connection/database-urls';
import { EmbeddedServer } from './embedded-server';

/** A database that can be used until it is stopped. */
export interface OpenDatabase extends Running {
  readonly urls: DatabaseUrls;
  /** Stops the embedded server, where this process started it. Whoever uses the database lets go of it first. */
  stop(): Promise<void>;
}

/**
 * The database of these settings: the server of DATABASE_URL, or the embedded one, which is started.
 * @param options.beside true for a command that may run while the application keeps the embedded server
 * @throws StartFault when the embedded server does not start
 */
export async function openDatabase(environment: Environment, { beside = false } = {}): Promise<OpenDatabase> {
  const { databaseUrl, dataDir } = environment;
  if (databaseUrl !== null) return { urls: outsideDatabase(environment), stop: () => Promise.resolve() };
  const server = beside ? await EmbeddedServer.join({ dataDir }) : await EmbeddedServer.start({ dataDir });
  return { urls: { ownerUrl: server.ownerUrl, appUrl: server.appUrl }, stop: () => server.stop() };
}

/**
 * The database of a process that is one of several.
 * @throws StartFault without DATABASE_URL: the embedded server belongs to one process
 */
export function outsideDatabase({ databaseUrl, databaseAppUrl }: Environment): DatabaseUrls {
  if (databaseUrl !== null) return { ownerUrl: databaseUrl, appUrl: databaseAppUrl };
  throw new StartFault(
    'DATABASE_URL is not set: set it to a PostgreSQL server, or run "npm start", which does everything in one process on the embedded one.',
  );
}
