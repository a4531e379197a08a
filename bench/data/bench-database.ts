import { demoCommunity } from '@app/community';
import { migrate, type DatabaseUrls } from '@app/database';
import { hashToken } from '@app/identity';
import { Client } from 'pg';
import { GENERATED_COMMUNITY_ID, generateCommunity } from './generate-community';
import { indexCommunity } from './index-community';

/** What the member of the bench logs in with; it opens nothing but generated data. */
export const BENCH_TOKEN = `ahs_${'b'.repeat(43)}`;

const WHOLE = 'generated to the end';

/** A generated database, and the roles to reach it by. */
export interface BenchDatabase extends DatabaseUrls {
  readonly appUrl: string;
  /** Passes by row-level security: for the floor, and to know the price of the wall. */
  readonly adminUrl: string;
}

/** What generated texts are made of. */
export function sentencesOfTheDemo(): string[] {
  const texts = demoCommunity.topics.flatMap(({ title, body, answers }) => [
    title,
    body,
    ...answers.map((answer) => answer.body),
  ]);
  const sentences = texts.flatMap((text) => text.replace(/[*`#>[\]()|_-]/g, ' ').split(/(?<=[.?!])\s+|\n+/));
  return [...new Set(sentences.map((sentence) => sentence.trim()).filter(({ length }) => length > 10 && length < 200))];
}

/** The database of this size: generated the first time, kept for the next, and brought to the newest schema. */
export async function benchDatabase(
  server: { ownerUrl: string; appUrl: string; adminUrl: string },
  topics: number,
): Promise<BenchDatabase> {
  const name = `bench_${topics}`;
  const named = (url: string): string => Object.assign(new URL(url), { pathname: name }).href;
  const urls = { ownerUrl: named(server.ownerUrl), appUrl: named(server.appUrl), adminUrl: named(server.adminUrl) };
  const admin = new Client({ connectionString: server.adminUrl });
  await admin.connect();
  try {
    if (await isWhole(admin, name)) {
      await migrate(urls);
      return urls;
    }
    process.stdout.write(`generating ${topics} topics ...\n`);
    await admin.query(`DROP DATABASE IF EXISTS ${name}`);
    await admin.query(`CREATE DATABASE ${name} OWNER ${admin.escapeIdentifier(new URL(server.ownerUrl).username)}`);
  } finally {
    await admin.end();
  }
  await fill(urls, topics);
  return urls;
}

/** A database that was filled to the end says so in its comment. */
async function isWhole(admin: Client, name: string): Promise<boolean> {
  const known = await admin.query<{ comment: string | null }>(
    `SELECT shobj_description(oid, 'pg_database') AS comment FROM pg_database WHERE datname = $1`,
    [name],
  );
  return known.rows[0]?.comment === WHOLE;
}

async function fill(urls: BenchDatabase, topics: number): Promise<void> {
  await migrate(urls);
  const client = new Client({ connectionString: urls.ownerUrl });
  await client.connect();
  await generateCommunity(client, { topics, members: topics / 5 }, sentencesOfTheDemo());
  await client.query(`SET app.community_id = '${GENERATED_COMMUNITY_ID}'`);
  const user = '01900000-0000-7000-8000-00000000000a';
  await client.query(`INSERT INTO users (id, email) VALUES ($1, 'bench@example.com')`, [user]);
  await client.query(`UPDATE members SET user_id = $1 WHERE community_id = $2 AND handle = 'member-1'`, [
    user,
    GENERATED_COMMUNITY_ID,
  ]);
  await client.query(`INSERT INTO sessions (id, user_id, token_hash, expires_at) VALUES ($1, $1, $2, '2999-01-01')`, [
    user,
    hashToken(BENCH_TOKEN),
  ]);
  await client.query('VACUUM ANALYZE');
  await indexCommunity(urls);
  await client.query('VACUUM ANALYZE search_documents, search_words');
  await client.query(`COMMENT ON DATABASE bench_${topics} IS '${WHOLE}'`);
  await client.end();
}
