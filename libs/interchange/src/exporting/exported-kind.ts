import type { RecordKind } from '../format/interchange-record';
import { JsonSql, type JsonField } from './json-sql';

/** How the records of one kind are read from a community. */
export interface ExportedKind {
  readonly kind: RecordKind;
  /** The tables whose rows they carry. */
  readonly tables: readonly string[];
  /** One after the other; each gives one line of JSON a row, in an order that is the same in every export. */
  readonly statements: readonly string[];
}

/** The community that the transaction is about. */
export const COMMUNITY = `current_setting('app.community_id')::uuid`;

/**
 * The statement of one record for each row `x`.
 * @param from the table as `x`, with what is joined to it
 * @param key what rows are ordered by; unique within a community
 */
export function recordsOf(kind: RecordKind, from: string, key: string, fields: readonly JsonField[]): string {
  const record = JsonSql.object(['kind', `'"${kind}"'`], ...fields);
  return `SELECT ${record} FROM ${from} WHERE x.community_id = ${COMMUNITY} ORDER BY ${key}`;
}

/** The row's own id. */
export const externalId: JsonField = ['externalId', JsonSql.word('x.id')];

/** When the row was written. */
export const createdAt: JsonField = ['createdAt', JsonSql.moment('x.created_at')];

/** Which version of itself the row is; left out of one that was never changed. */
export const version: JsonField = ['version', JsonSql.plain('nullif(x.version, 1)')];

/** A column of which only something else than the default is written. */
export function unless(column: string, usual: string): string {
  return `nullif(${column}, ${usual})`;
}
