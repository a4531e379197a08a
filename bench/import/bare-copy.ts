import { createReadStream, createWriteStream, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { Client } from 'pg';
import { from, to } from 'pg-copy-streams';

/** The tables of a community, what is referred to before what refers to it. */
const TABLES = [
  'members',
  'member_addresses',
  'products',
  'tags',
  'topics',
  'topic_products',
  'topic_tags',
  'answers',
  'comments',
  'revisions',
  'solved_marks',
  'official_marks',
  'stars',
  'vote_totals',
  'me_toos',
  'follows',
  'topic_links',
  'topic_merges',
  'flags',
  'moderation_items',
  'articles',
  'article_products',
  'redirects',
  'domain_events',
  'external_records',
];

/** What loading the rows of a community by nothing but COPY has taken. */
export interface BareCopy {
  readonly rows: number;
  readonly seconds: number;
}

/**
 * Loads the rows of a community into an empty, migrated database by bare COPY, in one transaction, past row-level
 * security: the same tables with their indexes and foreign keys. Nothing that makes the same rows can be faster.
 */
export async function bareCopy(fromAdminUrl: string, slug: string, toAdminUrl: string): Promise<BareCopy> {
  const folder = mkdtempSync(join(tmpdir(), 'answerhood-floor-'));
  try {
    await dump(fromAdminUrl, slug, folder);
    return await load(toAdminUrl, folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function dump(url: string, slug: string, folder: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  const found = await client.query<{ id: string }>('SELECT id FROM communities WHERE slug = $1', [slug]);
  const id = found.rows[0]?.id;
  if (!id) throw new TypeError(`There is no community "${slug}".`);
  const save = (table: string, rows: string): Promise<void> =>
    pipeline(client.query(to(`COPY (${rows}) TO STDOUT`)), createWriteStream(join(folder, table)));
  await save('communities', `SELECT * FROM communities WHERE id = '${id}'`);
  for (const table of TABLES) await save(table, `SELECT * FROM ${table} WHERE community_id = '${id}'`);
  await save('users', `SELECT * FROM users WHERE id IN (SELECT user_id FROM members WHERE community_id = '${id}')`);
  await client.end();
}

async function load(url: string, folder: string): Promise<BareCopy> {
  const client = new Client({ connectionString: url });
  await client.connect();
  const begun = performance.now();
  let rows = 0;
  await client.query('BEGIN');
  for (const table of ['communities', 'users', ...TABLES]) {
    const copy = client.query(from(`COPY ${table} FROM STDIN`));
    await pipeline(createReadStream(join(folder, table), { highWaterMark: 1 << 20 }), copy);
    rows += copy.rowCount ?? 0;
  }
  await client.query('COMMIT');
  const seconds = (performance.now() - begun) / 1000;
  await client.end();
  return { rows, seconds };
}
