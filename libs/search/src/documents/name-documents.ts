import sql, { raw, type Sql } from 'sql-template-tag';
import { FINDABLE } from './findable';
import type { NameDocument } from './search-document';

/** By what names each kind is found, of a row under the alias `x`. */
const NAMES: Readonly<Record<NameDocument['kind'], Sql>> = {
  MEMBER: raw('ARRAY[x.display_name, x.handle]'),
  TAG: raw(`ARRAY[x.name::text] || ARRAY(SELECT s.name::text FROM tags s
    WHERE s.community_id = x.community_id AND s.synonym_of_id = x.id ORDER BY s.name)`),
  PRODUCT: raw('ARRAY[x.name, x.slug]'),
};

interface NameRow {
  readonly id: string;
  readonly names: string[];
  readonly weight: number;
  readonly stamp: string;
}

/** What {@link nameDocuments} makes documents of. */
export function nameStatement(kind: NameDocument['kind'], communityId: string, ids: readonly string[]): Sql {
  const { table, where, weight, stamp } = FINDABLE[kind];
  return sql`SELECT x.id, ${NAMES[kind]} AS names, (${weight})::integer AS weight, ${stamp} AS stamp
    FROM ${table} x WHERE x.community_id = ${communityId} AND x.id = ANY (${ids}::uuid[]) AND ${where}`;
}

/** The documents of names, of the rows of {@link nameStatement}. */
export function nameDocuments(kind: NameDocument['kind'], rows: readonly unknown[]): NameDocument[] {
  return (rows as readonly NameRow[]).map((row) => ({ kind, ...row }));
}
