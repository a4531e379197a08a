import type { Readable } from 'node:stream';
import { scopeStatement } from '@app/database';
import { StartFault } from '@app/environment';
import { Client } from 'pg';
import { to as copyTo } from 'pg-copy-streams';

const CONNECT_MS = 5_000;
/** JSON text has no raw control characters, so that with these two PostgreSQL has nothing to quote. */
const AS_IT_STANDS = String.raw`FORMAT csv, QUOTE E'\x01', DELIMITER E'\x02'`;

/** One community as it is at one moment, however long reading it takes and whatever is written meanwhile. */
export class Snapshot {
  private constructor(private readonly client: Client) {}

  /** @throws StartFault where there is no such community */
  static async open(ownerUrl: string, slug: string): Promise<Snapshot> {
    const client = new Client({ connectionString: ownerUrl, connectionTimeoutMillis: CONNECT_MS });
    // A lost connection fails what is being read; without a listener it would end the process as well.
    client.on('error', () => undefined);
    await client.connect();
    const snapshot = new Snapshot(client);
    try {
      await snapshot.enter(slug);
      return snapshot;
    } catch (error) {
      await snapshot.close();
      throw error;
    }
  }

  /** The rows of a statement that gives one JSON text each, as lines. */
  lines(statement: string): Readable {
    const lines = this.client.query(copyTo(`COPY (${statement}) TO STDOUT (${AS_IT_STANDS})`));
    // Who reads hears of errors; when nobody does any more, they are of no interest.
    return lines.on('error', () => undefined);
  }

  /** Lets go, also of what is being read. */
  async close(): Promise<void> {
    await this.client.end();
  }

  private async enter(slug: string): Promise<void> {
    await this.client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    const { rows } = await this.client.query<{ id: string }>('SELECT id FROM communities WHERE slug = $1', [slug]);
    const [community] = rows;
    if (!community) throw new StartFault(`There is no community "${slug}": name one that is there by its slug.`);
    await this.client.query(scopeStatement(community.id));
  }
}
