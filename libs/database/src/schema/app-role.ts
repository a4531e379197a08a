import type { Client } from 'pg';
import { appRole, type DatabaseUrls } from '../connection/database-urls';

/** Tables whose rows, once written, stay as they are. */
const APPEND_ONLY = ['ask_attempt_events', 'domain_events', 'identity_events', 'reputation_entries'];

/** What it may have done with the rights of the owner: each does one thing. */
const FUNCTIONS = [
  'enqueue_job(text, json, text, timestamptz)',
  'forget_member(uuid)',
  'forget_user(uuid, text)',
  'search_find(tsquery[], tsquery[], tsquery[], tsquery[], tsquery[], tsquery, boolean, uuid, integer, integer, boolean)',
  'search_name_words(text, text[])',
  'search_names(text, tsquery, text, integer)',
  'search_vocabulary(text[], text[], text, text[], text)',
];

/** Makes the restricted role where there is none: it may log in only where it has an address of its own. */
export async function ensureAppRole(client: Client, urls: DatabaseUrls): Promise<void> {
  const role = client.escapeIdentifier(appRole(urls));
  const known = await client.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [appRole(urls)]);
  if (known.rowCount === 0) {
    const password = urls.appUrl ? decodeURIComponent(new URL(urls.appUrl).password) : null;
    const login = password === null ? 'NOLOGIN' : `LOGIN PASSWORD ${client.escapeLiteral(password)}`;
    await client.query(`CREATE ROLE ${role} ${login} NOSUPERUSER NOBYPASSRLS NOCREATEROLE NOCREATEDB`);
  }
  if (!urls.appUrl) await client.query(`GRANT ${role} TO CURRENT_USER`);
}

/** Lets the restricted role read and write rows, and nothing else. */
export async function grantAppRole(client: Client, name: string): Promise<void> {
  const role = client.escapeIdentifier(name);
  await client.query(`GRANT USAGE ON SCHEMA public TO ${role}`);
  await client.query(`GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO ${role}`);
  await client.query(`GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO ${role}`);
  for (const signature of FUNCTIONS) await client.query(`GRANT EXECUTE ON FUNCTION ${signature} TO ${role}`);
  await client.query(`REVOKE UPDATE, DELETE ON ${APPEND_ONLY.join(', ')} FROM ${role}`);
  await client.query(`REVOKE ALL ON migrations FROM ${role}`);
}
