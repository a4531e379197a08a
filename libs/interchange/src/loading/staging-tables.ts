import { hash } from 'node:crypto';
import { escapeIdentifier, type Client } from 'pg';
import { RECORD_FILES, type RecordKind } from '../format/interchange-record';
import { COMMON_COLUMNS } from './columns/staged-kind';
import { STAGED_KINDS } from './columns/staged-kinds';

/** The kinds of records, what is referred to before what refers to it. */
export const RECORD_KINDS = Object.keys(RECORD_FILES) as RecordKind[];

const COMMON = `n bigint GENERATED ALWAYS AS IDENTITY, file text NOT NULL, line integer NOT NULL, id uuid NOT NULL,
  external_id text NOT NULL, digest text NOT NULL`;

/** The schema in which an import waits: one per community and origin. */
export function schemaOf(slug: string, origin: string): string {
  return `import_${hash('sha256', `${slug}\n${origin}`, 'hex').slice(0, 16)}`;
}

/** Staging begins anew, with empty tables. */
export async function createStagingTables(client: Client, schema: string, fingerprint: string): Promise<void> {
  const name = escapeIdentifier(schema);
  const tables = RECORD_KINDS.map((kind) => {
    const columns = STAGED_KINDS[kind].columns.map((column) => `${escapeIdentifier(column.name)} ${column.type}`);
    return `CREATE TABLE ${tableOf(schema, kind)} (${COMMON}, ${columns.join(', ')})`;
  });
  await client.query(
    [
      `BEGIN`,
      `DROP SCHEMA IF EXISTS ${name} CASCADE`,
      `CREATE SCHEMA ${name}`,
      ...tables,
      `CREATE TABLE ${name}.rejects (file text NOT NULL, line integer NOT NULL, reason text NOT NULL,
        external_id text, published boolean NOT NULL DEFAULT false)`,
      `CREATE TABLE ${name}.left_out (name text PRIMARY KEY, count bigint NOT NULL)`,
      `CREATE TABLE ${name}.progress (fingerprint text NOT NULL, position bigint NOT NULL,
        published boolean NOT NULL DEFAULT false)`,
      `COMMIT`,
    ].join(';\n'),
  );
  await client.query(`INSERT INTO ${name}.progress (fingerprint, position) VALUES ($1, 0)`, [fingerprint]);
}

/** The table in which records of a kind are staged. */
export function tableOf(schema: string, kind: RecordKind): string {
  return `${escapeIdentifier(schema)}.${escapeIdentifier(kind)}`;
}

/** The statement that takes staged rows. */
export function copyStatement(schema: string, kind: RecordKind): string {
  const names = [...COMMON_COLUMNS, ...STAGED_KINDS[kind].columns.map(({ name }) => name)];
  return `COPY ${tableOf(schema, kind)} (${names.map(escapeIdentifier).join(', ')}) FROM STDIN`;
}
