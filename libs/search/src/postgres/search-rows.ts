import sql, { type Sql } from 'sql-template-tag';
import type { IndexedDocument } from './indexed-document';
import type { Lexemes } from './lexemes';

interface Row {
  readonly topicKind: string | null;
  readonly status: string | null;
  readonly resolution: string | null;
  readonly visibility: string;
  readonly authorId: string | null;
  readonly productIds: readonly string[];
  readonly tagIds: readonly string[];
  readonly demand: number;
  readonly createdAt: Date | null;
  readonly lastActivityAt: Date | null;
}

const NOTHING: Row = {
  topicKind: null,
  status: null,
  resolution: null,
  visibility: 'PUBLIC',
  authorId: null,
  productIds: [],
  tagIds: [],
  demand: 0,
  createdAt: null,
  lastActivityAt: null,
};

function rowOf({ document }: IndexedDocument): Row {
  if (document.kind === 'TOPIC') return { ...document, demand: document.meTooCount };
  if (document.kind === 'ARTICLE')
    return {
      ...NOTHING,
      productIds: document.productIds,
      createdAt: document.createdAt,
      lastActivityAt: document.createdAt,
    };
  return { ...NOTHING, demand: document.weight };
}

/** Ids hold nothing that would have to be escaped. */
function list(ids: readonly string[]): string {
  return `{${ids.join(',')}}`;
}

/** `unnest(…) AS r (…)`: documents as rows, a parameter for each column. */
export function rowsOf(lexemes: Lexemes, indexed: readonly IndexedDocument[]): Sql {
  const rows = indexed.map(rowOf);
  // Names hold letters, digits and blanks.
  const names = indexed.map((one) => `{${one.names.map((name) => `"${name}"`).join(',')}}`);
  return sql`(
    SELECT x.kind, x.id, x.stamp, x.topic_kind, x.status, x.resolution, x.visibility, x.author_id, x.product_ids::uuid[] AS product_ids,
      x.tag_ids::uuid[] AS tag_ids, x.demand, x.names::text[] AS names, coalesce(x.created_at, now()) AS created_at,
      x.last_activity_at, x.title::tsvector AS title, x.whole::tsvector AS whole
    FROM unnest(${indexed.map(({ document }) => document.kind)}::text[], ${indexed.map(({ document }) => document.id)}::uuid[],
      ${indexed.map(({ document }) => document.stamp ?? '0')}::bigint[],
      ${rows.map((row) => row.topicKind)}::text[], ${rows.map((row) => row.status)}::text[],
      ${rows.map((row) => row.resolution)}::text[], ${rows.map((row) => row.visibility)}::text[],
      ${rows.map((row) => row.authorId)}::uuid[], ${rows.map((row) => list(row.productIds))}::text[],
      ${rows.map((row) => list(row.tagIds))}::text[], ${rows.map((row) => row.demand)}::int[], ${names}::text[],
      ${rows.map((row) => row.createdAt)}::timestamptz[], ${rows.map((row) => row.lastActivityAt)}::timestamptz[],
      ${indexed.map(({ title }) => title.write(lexemes.prefix))}::text[],
      ${indexed.map(({ whole }) => whole.write(lexemes.prefix))}::text[])
      AS x (kind, id, stamp, topic_kind, status, resolution, visibility, author_id, product_ids, tag_ids, demand, names, created_at,
        last_activity_at, title, whole)) AS r`;
}
