import { hash } from 'node:crypto';
import { StartFault } from '@app/environment';
import { Client, escapeIdentifier } from 'pg';
import sql, { raw } from 'sql-template-tag';
import { copyLine } from './columns/copy-line';
import { copyInto } from './copy-into';
import { fetchRows } from './fetch-rows';
import type { ImportOutcome, NamedCount, Publishing } from './import-outcome';
import { publish } from './publishing/publish';
import type { Reject } from './reject';
import type { StagedRow } from './staged-row';
import { copyStatement, createStagingTables, RECORD_KINDS, schemaOf } from './staging-tables';

/** What is imported where. */
export interface StagedImport {
  /** Its name and locale are for a community that is not there yet, and whose records do not say. */
  readonly community: { readonly slug: string; readonly name?: string; readonly locale?: string };
  readonly origin: string;
  /** Of the source and of how it is read: another one starts over. */
  readonly fingerprint: string;
}

/** What has been read since the last batch. */
export interface StagedBatch {
  readonly rows: readonly StagedRow[];
  readonly rejects: readonly Reject[];
  readonly leftOut: readonly NamedCount[];
  /** How many found things have been read in all. */
  readonly position: number;
}

/** Changes with the tables of staging: what an earlier release has staged is not gone on with. */
const FORMAT = 1;

/**
 * An import on its way into the database: what has been read so far, in tables of its own, seen by nobody. An import
 * outlives its process and a crash of the database: rows and position are kept together. (Tables without a log would
 * save a tenth of the time of staging, a hundredth of that of an import, and be empty after a crash.)
 */
export class Staging {
  private constructor(
    private readonly client: Client,
    private readonly ownerUrl: string,
    private readonly staged: StagedImport,
    private readonly schema: string,
    private reached: number,
  ) {}

  /** Goes on with an import of the same source, or begins. @throws StartFault while another process imports it */
  static async open(ownerUrl: string, staged: StagedImport): Promise<Staging> {
    const schema = schemaOf(staged.community.slug, staged.origin);
    const client = await connect(ownerUrl);
    try {
      await lock(client, schema, staged);
      const fingerprint = hash('sha256', `${FORMAT}\n${staged.fingerprint}`);
      const reached = await reachedPosition(client, schema, fingerprint);
      if (reached === null) await createStagingTables(client, schema, fingerprint);
      return new Staging(client, ownerUrl, staged, schema, reached ?? 0);
    } catch (error) {
      await client.end();
      throw error;
    }
  }

  /** How many found things have been staged: an import that was interrupted goes on behind them. */
  get position(): number {
    return this.reached;
  }

  /** Keeps a batch, all of it or nothing. */
  async append({ rows, rejects, leftOut, position }: StagedBatch): Promise<void> {
    await this.transaction(async () => {
      for (const kind of RECORD_KINDS) {
        const lines = rows.filter((row) => row.kind === kind).map(({ line }) => line);
        if (lines.length > 0) await copyInto(this.client, copyStatement(this.schema, kind), lines);
      }
      if (rejects.length > 0) {
        const lines = rejects.map(({ at, reason, externalId }) =>
          copyLine([at.file, at.line, reason.replaceAll('\0', ''), externalId?.replaceAll('\0', '') ?? null]),
        );
        await copyInto(this.client, `COPY ${this.name('rejects')} (file, line, reason, external_id) FROM STDIN`, lines);
      }
      if (leftOut.length > 0) {
        await this.client.query(
          `INSERT INTO ${this.name('left_out')} AS l (name, count) SELECT * FROM unnest($1::text[], $2::int[])
           ON CONFLICT (name) DO UPDATE SET count = l.count + excluded.count`,
          [leftOut.map(({ name }) => name), leftOut.map(({ count }) => count)],
        );
      }
      await this.client.query(`UPDATE ${this.name('progress')} SET position = $1`, [position]);
    });
    this.reached = position;
  }

  /**
   * Makes everything visible at once, in one transaction. Rejects found on the way are there afterwards, also those
   * of a dry run.
   */
  async publish(publishing: Publishing): Promise<ImportOutcome> {
    const { client, schema, staged, ownerUrl } = this;
    return publish({ client, schema, staged, connect: () => connect(ownerUrl) }, publishing);
  }

  /** What was not taken: found by readers, by staging and, after publishing, by the database. */
  async *rejects(): AsyncGenerator<Reject> {
    await this.client.query('BEGIN READ ONLY');
    try {
      const all = sql`SELECT file, line, reason, external_id FROM ${raw(this.name('rejects'))} ORDER BY published, ctid`;
      for await (const rows of fetchRows<RejectRow>(this.client, all)) {
        for (const { file, line, reason, external_id: externalId } of rows) {
          yield { at: { file, line }, reason, ...(externalId === null ? {} : { externalId }) };
        }
      }
    } finally {
      await this.client.query('COMMIT');
    }
  }

  /** Removes what has been staged. */
  async discard(): Promise<void> {
    await this.client.query(`DROP SCHEMA IF EXISTS ${escapeIdentifier(this.schema)} CASCADE`);
  }

  /** Ends the connection; what has been staged stays. */
  async close(): Promise<void> {
    await this.client.end();
  }

  private name(table: string): string {
    return `${escapeIdentifier(this.schema)}.${table}`;
  }

  private async transaction(work: () => Promise<void>): Promise<void> {
    await this.client.query('BEGIN');
    try {
      await work();
      await this.client.query('COMMIT');
    } catch (error) {
      await this.client.query('ROLLBACK').catch(() => undefined);
      throw error;
    }
  }
}

interface RejectRow {
  readonly file: string;
  readonly line: number;
  readonly reason: string;
  readonly external_id: string | null;
}

async function connect(ownerUrl: string): Promise<Client> {
  const client = new Client({ connectionString: ownerUrl, keepAlive: true, application_name: 'answerhood import' });
  // A lost connection fails the statement that waits for it, which tells; without a listener it would end the process.
  client.on('error', () => undefined);
  await client.connect();
  // The last batches are read again where a crash loses them: none has to reach the disk before the next one begins.
  await client.query('SET synchronous_commit = off; SET client_min_messages = warning; SET statement_timeout = 0');
  // A process that is killed lets go of its import at once, and not when a long statement ends; not every platform can.
  await client.query(`SET client_connection_check_interval = '1s'`).catch(() => undefined);
  return client;
}

/** Held until the connection ends. */
async function lock(client: Client, schema: string, { community, origin }: StagedImport): Promise<void> {
  const { rows } = await client.query<{ held: boolean }>(
    'SELECT pg_try_advisory_lock(hashtextextended($1, 0)) AS held',
    [schema],
  );
  if (rows[0]?.held) return;
  throw new StartFault(
    `Another process is importing "${origin}" into "${community.slug}" right now: wait until it is done, or end it.`,
  );
}

/** How far an import of the same source has come; null where there is none to go on with. */
async function reachedPosition(client: Client, schema: string, fingerprint: string): Promise<number | null> {
  const known = await client.query<{ known: boolean }>('SELECT to_regclass($1) IS NOT NULL AS known', [
    `${escapeIdentifier(schema)}.progress`,
  ]);
  if (!known.rows[0]?.known) return null;
  const { rows } = await client.query<{ position: string }>(
    `SELECT position FROM ${escapeIdentifier(schema)}.progress WHERE fingerprint = $1 AND NOT published`,
    [fingerprint],
  );
  return rows[0] ? Number(rows[0].position) : null;
}
