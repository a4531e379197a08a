import type { PageRequest } from '@app/kernel';
import sql, { raw, type Sql } from 'sql-template-tag';
import type { Keyset } from './keyset';

/** What the lists of many parents are read from: rows of one table, each row belonging to one parent. */
export interface PageSource {
  readonly table: string;
  /** The alias that all the fragments and the keyset use. */
  readonly alias: string;
  readonly columns: Sql;
  /** What makes a row stand in the list of its parent, whose key is `parent.id`. */
  readonly where: Sql;
}

/** One page of each list, as the statement that reads it. */
export interface PagesOfLists<Row> {
  readonly source: PageSource;
  /** What yields the parents, with their keys as `id` and their places as `place`, under the alias `parent`. */
  readonly parents: Sql;
  readonly keyset: Keyset<Row>;
  readonly page: PageRequest;
}

/** Parents by their keys. */
export function parentsByKey(keys: readonly string[]): Sql {
  return sql`unnest(${keys}::uuid[]) WITH ORDINALITY AS parent (id, place)`;
}

/** One statement that reads the same page of the lists of many parents, parent by parent. */
export function pageStatement<Row>({ source, parents, keyset, page }: PagesOfLists<Row>): Sql {
  const { table, alias, columns, where } = source;
  return sql`SELECT ${columns} FROM ${parents} CROSS JOIN LATERAL (
      SELECT * FROM ${raw(`${table} ${alias}`)} WHERE ${where}${keyset.after(page)}${keyset.orderAndLimit(page)}
    ) ${raw(alias)} ORDER BY parent.place, ${keyset.order(page)}`;
}
