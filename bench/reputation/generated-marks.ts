import type { Client } from 'pg';

/** How much is generated. */
export interface GeneratedMarks {
  readonly members: number;
  /** Of these, how many answer; a few of them much more than the others. */
  readonly answerers: number;
  readonly answers: number;
  readonly stars: number;
}

/** The generated community. */
export const GENERATED_ID = '01900000-0000-7000-8000-000000000001';

/** The id of the nth thing of a kind. */
const id = (kind: string, n: string): string =>
  `('0190000${kind}-0000-7000-8000-' || lpad(to_hex((${n})::bigint), 12, '0'))::uuid`;

/** Fills an empty database, and says how many milliseconds the stars took, with the ledger of them and without it. */
export async function generateMarks(
  client: Client,
  { members, answerers, answers, stars }: GeneratedMarks,
): Promise<{ with: number; without: number }> {
  await client.query(
    `INSERT INTO communities (id, slug, name, locale, visibility)
    VALUES ('${GENERATED_ID}', 'generated', 'Generated', 'en', 'PUBLIC')`,
  );
  await client.query(`SELECT set_config('app.community_id', '${GENERATED_ID}', false), setseed(.5)`);
  const here = `'${GENERATED_ID}'::uuid`;
  await client.query(`INSERT INTO members (community_id, id, handle, display_name, role)
    SELECT ${here}, ${id('2', 'n')}, 'member-' || n, 'Member', 'CUSTOMER' FROM generate_series(1, ${members}) n`);
  await client.query(`INSERT INTO topics (community_id, id, code, slug, kind, title, body, body_html, author_id, author_role,
      locale, last_activity_at)
    SELECT ${here}, ${id('3', 'n')}, 'code-' || n, 'a', 'QUESTION', 'A', 'a', '<p>a</p>',
      ${id('2', `1 + n % ${members}`)}, 'CUSTOMER', 'en', now() FROM generate_series(1, ${answers}) n`);
  await client.query(`INSERT INTO answers (community_id, id, topic_id, author_id, author_role, body, body_html)
    SELECT ${here}, ${id('4', 'n')}, ${id('3', 'n')}, ${id('2', `1 + floor(${answerers} * power(random(), 3))::int`)},
      'CUSTOMER', 'a', '<p>a</p>' FROM generate_series(1, ${answers}) n`);
  await client.query('ANALYZE');
  const half = async (from: number): Promise<number> => {
    const begun = performance.now();
    await client.query(`INSERT INTO stars (community_id, answer_id, member_id, trusted, created_at)
      SELECT ${here}, ${id('4', `1 + floor(${answers} * random())::int`)}, ${id('2', `1 + floor(${members} * random())::int`)},
        true, now() - make_interval(mins => n) FROM generate_series(1, ${from}) n ON CONFLICT DO NOTHING`);
    return performance.now() - begun;
  };
  const spent = await half(stars);
  await client.query('BEGIN');
  await client.query(`SELECT set_config('app.ledger_comes_along', 'yes', true)`);
  const without = await half(stars);
  await client.query('ROLLBACK');
  await client.query('ANALYZE');
  return { with: spent, without };
}
