import type { DatabaseUrls } from '@app/database';
import { Client } from 'pg';
import type { GeneratedDocuments } from './generated-documents';
import { buildIndex } from './built-index';

const WHOLE = 'indexed to the end';

/** The roles to reach a server by. */
export interface ServerUrls {
  readonly ownerUrl: string;
  readonly appUrl: string;
  readonly adminUrl: string;
}

/** A database with so many indexed topics: made the first time, kept for the next. Says how many a second were indexed. */
export async function searchDatabase(
  server: ServerUrls,
  communityId: string,
  documents: GeneratedDocuments,
  count: number,
): Promise<{ urls: DatabaseUrls & ServerUrls; rate: number | null }> {
  const name = `search_${count}`;
  const named = (url: string): string => Object.assign(new URL(url), { pathname: name }).href;
  const urls = { ownerUrl: named(server.ownerUrl), appUrl: named(server.appUrl), adminUrl: named(server.adminUrl) };
  const admin = new Client({ connectionString: server.adminUrl });
  await admin.connect();
  try {
    const known = await admin.query<{ comment: string | null }>(
      `SELECT shobj_description(oid, 'pg_database') AS comment FROM pg_database WHERE datname = $1`,
      [name],
    );
    if (known.rows[0]?.comment === WHOLE) return { urls, rate: null };
    process.stdout.write(`indexing ${count} topics ...\n`);
    await admin.query(`DROP DATABASE IF EXISTS ${name}`);
    await admin.query(`CREATE DATABASE ${name} OWNER ${admin.escapeIdentifier(new URL(server.ownerUrl).username)}`);
    const rate = await buildIndex(urls, communityId, documents, count);
    await admin.query(`COMMENT ON DATABASE ${name} IS '${WHOLE}'`);
    return { urls, rate };
  } finally {
    await admin.end();
  }
}
