import type { Client } from 'pg';
import sql, { raw, type Sql } from 'sql-template-tag';
import type { RecordKind } from '../../format/interchange-record';
import { tableOf } from '../staging-tables';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** What publishing is about: one community, and the schema in which its import waits. */
export interface PublishedImport {
  readonly communityId: string;
  readonly schema: string;
  readonly origin: string;
  /** The community's language, which topics are in that do not say. */
  readonly locale: string;
  readonly readersToSolve: number;
  readonly trustedAfterDays: number;
  /** The source tells all that happened (an export of our own): nothing is made up, not even an author's own me too. */
  readonly complete: boolean;
}

/** The open transaction in which an import is published. */
export class Publication {
  /** The community's id as it stands in statements. */
  readonly here: Sql;
  /** The schema of the import, with the dot behind it. */
  readonly work: Sql;

  constructor(
    readonly client: Client,
    readonly about: PublishedImport,
  ) {
    if (!UUID.test(about.communityId)) throw new TypeError('A community is named by a UUID.');
    this.here = raw(`'${about.communityId}'::uuid`);
    this.work = raw(`"${about.schema}".`);
  }

  /** What has become of kinds that are not remembered by their id. */
  readonly upserts = new Map<RecordKind, { readonly added: number; readonly updated: number }>();

  /** The table in which records of a kind are staged. */
  staged(kind: RecordKind): Sql {
    return raw(tableOf(this.about.schema, kind));
  }

  /** How many rows a statement has changed. */
  async run(statement: Sql): Promise<number> {
    const { rowCount } = await this.client.query({ text: statement.text, values: statement.values });
    return rowCount ?? 0;
  }

  async rows<Row extends object>(statement: Sql): Promise<Row[]> {
    const { rows } = await this.client.query<Row>({ text: statement.text, values: statement.values });
    return rows;
  }

  async row<Row extends object>(statement: Sql): Promise<Row | null> {
    return (await this.rows<Row>(statement))[0] ?? null;
  }

  /** A table for the time of publishing; the planner knows what is in it. */
  async table(name: string, query: Sql, ...indexed: string[]): Promise<number> {
    const table = raw(`"${this.about.schema}".${name}`);
    const rows = await this.run(sql`CREATE UNLOGGED TABLE ${table} AS ${query}`);
    for (const columns of indexed) await this.run(sql`CREATE INDEX ON ${table} (${raw(columns)})`);
    await this.run(sql`ANALYZE ${table}`);
    return rows;
  }

  /** Takes staged rows out, and says why where they stand in the source. */
  async reject(kind: RecordKind, condition: Sql, reason: string): Promise<number> {
    return this.run(sql`
      WITH gone AS (DELETE FROM ${this.staged(kind)} r WHERE ${condition} RETURNING r.file, r.line, r.external_id)
      INSERT INTO ${this.work}rejects (file, line, reason, external_id, published)
      SELECT file, line, ${reason}, external_id, true FROM gone`);
  }

  /** Empties a column of staged rows that can do without it, and says why where they stand in the source. */
  async forget(kind: RecordKind, column: string, condition: Sql, reason: string): Promise<number> {
    return this.run(sql`
      WITH without AS (UPDATE ${this.staged(kind)} r SET ${raw(column)} = NULL WHERE ${condition}
        RETURNING r.file, r.line, r.external_id)
      INSERT INTO ${this.work}rejects (file, line, reason, external_id, published)
      SELECT file, line, ${reason}, external_id, true FROM without`);
  }

  /** Says of some places in the source (`file`, `line`, `external_id`) that something of them was left out. */
  async note(places: Sql, reason: string): Promise<void> {
    await this.run(sql`
      INSERT INTO ${this.work}rejects (file, line, reason, external_id, published)
      SELECT x.file, x.line, ${reason}, x.external_id, true FROM (${places}) x`);
  }

  /** Runs an INSERT that updates what is there already and differs, and counts both. */
  async counted(kind: RecordKind, upsert: Sql): Promise<void> {
    const counts = await this.row<{ added: number; updated: number }>(sql`
      WITH written AS (${upsert} RETURNING xmax = 0 AS fresh)
      SELECT count(*) FILTER (WHERE fresh)::int AS added, count(*) FILTER (WHERE NOT fresh)::int AS updated FROM written`);
    if (counts) this.upserts.set(kind, counts);
  }
}
