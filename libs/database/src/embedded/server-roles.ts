import { Client, escapeIdentifier, escapeLiteral } from 'pg';

/** Owns the database and its tables, and migrates them. */
export const OWNER_ROLE = 'answerhood_owner';
/** Reads and writes under row-level security and owns nothing. */
export const APP_ROLE = 'answerhood_app';

export interface RolePasswords {
  readonly ownerPassword: string;
  readonly appPassword: string;
}

/** Makes the two roles where they are missing; run again, it changes nothing. */
export async function ensureRoles(admin: Client, { ownerPassword, appPassword }: RolePasswords): Promise<void> {
  const { rows } = await admin.query<{ rolname: string }>('SELECT rolname FROM pg_roles WHERE rolname = ANY($1)', [
    [OWNER_ROLE, APP_ROLE],
  ]);
  const present = new Set(rows.map((row) => row.rolname));
  if (!present.has(OWNER_ROLE)) {
    await admin.query(
      `CREATE ROLE ${OWNER_ROLE} LOGIN NOSUPERUSER CREATEROLE NOBYPASSRLS PASSWORD ${escapeLiteral(ownerPassword)}`,
    );
  }
  if (!present.has(APP_ROLE)) {
    await admin.query(
      `CREATE ROLE ${APP_ROLE} LOGIN NOSUPERUSER NOBYPASSRLS PASSWORD ${escapeLiteral(appPassword)} ADMIN ${OWNER_ROLE}`,
    );
  }
}

/** Makes a database that the owner role owns, where it is missing. */
export async function ensureDatabase(admin: Client, name: string): Promise<void> {
  const { rowCount } = await admin.query('SELECT FROM pg_database WHERE datname = $1', [name]);
  if (rowCount === 0) await admin.query(`CREATE DATABASE ${escapeIdentifier(name)} OWNER ${OWNER_ROLE}`);
}
