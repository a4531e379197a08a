import { StartFault } from '@app/environment';
import { Client, type ClientConfig } from 'pg';
import { appConnection, type DatabaseUrls } from './database-urls';

const LEAST_VERSION = 15;
const CONNECT_MS = 5_000;

/** What a server says of itself. */
export interface ServerState {
  /** Such as `18.4`. */
  readonly version: string;
  /** The major version. */
  readonly major: number;
  readonly encoding: string;
  readonly replica: boolean;
  readonly durable: boolean;
}

interface RoleState {
  readonly role: string;
  readonly unheld: boolean;
  readonly owns: boolean;
  readonly login: string;
  readonly superLogin: boolean;
}

/**
 * Before migrating: whether the server can keep what is entrusted to it.
 * @param production there a server that may lose what it has confirmed is refused
 * @throws StartFault when {@link judgeServer} finds a fault
 */
export async function checkServer({ ownerUrl }: DatabaseUrls, production: boolean): Promise<void> {
  const state = await ask<ServerState>(
    { connectionString: ownerUrl },
    `SELECT current_setting('server_version') AS version,
            current_setting('server_version_num')::int / 10000 AS major,
            current_setting('server_encoding') AS encoding,
            pg_is_in_recovery() AS replica,
            current_setting('fsync')::bool AND current_setting('full_page_writes')::bool AS durable`,
  );
  judgeServer(state, production);
}

/** @throws StartFault when the server is too old, of another encoding, a replica, or not durable */
export function judgeServer(state: ServerState, production: boolean): void {
  if (state.major < LEAST_VERSION) {
    throw new StartFault(
      `The database is PostgreSQL ${state.version}, and ${LEAST_VERSION} or later is needed: upgrade it, or leave DATABASE_URL out for the embedded one.`,
    );
  }
  if (state.encoding !== 'UTF8') {
    throw new StartFault(`The database is encoded in ${state.encoding}: create one with ENCODING 'UTF8'.`);
  }
  if (state.replica) {
    throw new StartFault('The database is a replica, which cannot be written: name the primary in DATABASE_URL.');
  }
  if (production && !state.durable) {
    throw new StartFault('The database has fsync or full_page_writes off and may lose data: turn both on.');
  }
}

/**
 * After migrating: whether row-level security holds the role that serves requests.
 * @param production there the login behind that role is held to it as well
 * @throws StartFault when the role could read past it
 */
export async function checkAppRole(urls: DatabaseUrls, production: boolean): Promise<void> {
  const state = await ask<RoleState>(
    appConnection(urls),
    `SELECT self.rolname AS role, self.rolsuper OR self.rolbypassrls AS unheld,
            EXISTS (SELECT FROM pg_class WHERE relowner = self.oid) AS owns,
            login.rolname AS login, login.rolsuper OR login.rolbypassrls AS "superLogin"
     FROM pg_roles self, pg_roles login WHERE self.rolname = current_user AND login.rolname = session_user`,
  );
  if (state.unheld || state.owns) {
    const why = state.unheld ? 'a superuser or may bypass it' : 'the owner of tables';
    throw new StartFault(
      `Row-level security does not hold the role ${state.role}, which is ${why}: name one that owns nothing in DATABASE_APP_URL.`,
    );
  }
  if (production && state.superLogin) {
    throw new StartFault(
      `The role ${state.login} of DATABASE_URL is a superuser: in production name one that only owns the database, or set DATABASE_APP_URL.`,
    );
  }
}

async function ask<Row extends object>(config: ClientConfig, statement: string): Promise<Row> {
  const client = new Client({ ...config, connectionTimeoutMillis: CONNECT_MS });
  await client.connect();
  try {
    const { rows } = await client.query<Row>(statement);
    const [row] = rows;
    if (!row) throw new StartFault('The database does not know the role that is logged in: correct DATABASE_URL.');
    return row;
  } finally {
    await client.end();
  }
}
