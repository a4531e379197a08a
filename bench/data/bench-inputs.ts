import { Client } from 'pg';
import { GENERATED_COMMUNITY_ID } from './generate-community';

/** So many different requests are made of each work. */
export const REQUESTS = 97;

/** What requests are made of, beside a number: the same at every size. */
export interface BenchInputs {
  /** Titles of topics that are there, in an order that never changes. */
  readonly titles: readonly string[];
}

export async function benchInputs(url: string): Promise<BenchInputs> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    const codes = Array.from({ length: REQUESTS }, (_, n) => (83 * (1 + n)).toString(16).padStart(8, '0'));
    const { rows } = await client.query<{ title: string }>(
      'SELECT title FROM topics WHERE community_id = $1 AND code = ANY ($2) ORDER BY code',
      [GENERATED_COMMUNITY_ID, codes],
    );
    return { titles: rows.map(({ title }) => title) };
  } finally {
    await client.end();
  }
}
