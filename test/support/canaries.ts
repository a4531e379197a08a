import { Client } from 'pg';
import type { TestDatabase } from './test-database';

/** The tables of a database, the job queue's too, in whose rows a word stands anywhere, whoever may read them. */
export async function tablesWith({ adminUrl }: TestDatabase, word: string): Promise<string[]> {
  const client = new Client({ connectionString: adminUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ name: string }>(
      `SELECT format('%I.%I', table_schema, table_name) AS name FROM information_schema.tables
       WHERE table_type = 'BASE TABLE' AND table_schema NOT IN ('pg_catalog', 'information_schema') ORDER BY 1`,
    );
    const found: string[] = [];
    for (const { name } of rows) {
      const text = `SELECT FROM ${name} x WHERE strpos(lower(x::text), lower($1)) > 0 LIMIT 1`;
      if ((await client.query(text, [word])).rowCount) found.push(name);
    }
    return found;
  } finally {
    await client.end();
  }
}
