import type { Client } from 'pg';

/** How large a community is that people are found in. */
export interface HelpersSize {
  readonly topics: number;
  readonly answers: number;
  readonly members: number;
  /** Of the members, those who answer; a few of them answer most. */
  readonly helpers: number;
}

/** The community that is generated. */
export const HELPERS_ID = '01900000-0000-7000-8000-000000000006';

const HERE = `'${HELPERS_ID}'::uuid`;
const TEXT = `repeat('When I open the folder nothing is shown, and the window stays grey. ', 10)`;
/** Tables with triggers: what follows from rows is not needed here. */
const TABLES = ['members', 'topics', 'topic_products', 'topic_tags', 'answers', 'domain_events'];

function key(letter: string, number: string): string {
  return `('0190${letter}000-0000-7000-8000-' || lpad(to_hex((${number})::bigint), 12, '0'))::uuid`;
}

/** A key that tells a moment, as those of events do. */
function keyAt(moment: string): string {
  const hex = `lpad(to_hex(floor(extract(epoch FROM ${moment}) * 1000)::bigint), 12, '0')`;
  return `(left(${hex}, 8) || '-' || right(${hex}, 4) || '-7' || right(gen_random_uuid()::text, 21))::uuid`;
}

/** Fills an empty database: questions of two years, who answered them, and the events that tell of both. */
export async function generateHelpers(client: Client, size: HelpersSize): Promise<void> {
  const { topics, answers, members, helpers } = size;
  await client.query(`SELECT set_config('app.community_id', '${HELPERS_ID}', false), setseed(.5)`);
  await client.query(
    `INSERT INTO communities (id, slug, name, locale, visibility) VALUES (${HERE}, 'generated', 'Generated', 'en', 'PUBLIC')`,
  );
  for (const table of TABLES) await client.query(`ALTER TABLE ${table} DISABLE TRIGGER USER`);
  const at = (row: string): string => `now() - interval '730 days' + ${row} * (interval '730 days' / ${topics + 1})`;
  const statements = [
    `INSERT INTO users (id, email) SELECT ${key('a', 'n')}, 'm' || n || '@example.com' FROM generate_series(1, ${members}) n`,
    `INSERT INTO members (community_id, id, user_id, handle, display_name, role)
     SELECT ${HERE}, ${key('a', 'n')}, ${key('a', 'n')}, 'member-' || n, 'Member', 'CUSTOMER' FROM generate_series(1, ${members}) n`,
    `INSERT INTO products (community_id, id, slug, name, position)
     SELECT ${HERE}, ${key('b', 'n')}, 'product-' || n, 'Product', n FROM generate_series(0, 11) n`,
    `INSERT INTO tags (community_id, id, name) SELECT ${HERE}, ${key('c', 'n')}, 'tag-' || n FROM generate_series(0, 199) n`,
    `INSERT INTO topics (community_id, id, code, slug, kind, title, body, body_html, author_id, author_role, locale, created_at, last_activity_at, unanswered)
     SELECT ${HERE}, ${key('d', 'n')}, 'code-' || n, 'a', 'QUESTION', 'Nothing is shown', ${TEXT}, '', ${key('a', `1 + floor(random() * ${members})`)},
       'CUSTOMER', 'en', ${at('n')}, ${at('n')}, false FROM generate_series(1, ${topics}) n`,
    `INSERT INTO topic_products SELECT ${HERE}, ${key('d', 'n')}, ${key('b', 'n % 12')} FROM generate_series(1, ${topics}) n`,
    `INSERT INTO topic_tags SELECT ${HERE}, ${key('d', 'n')}, ${key('c', 'n % 200')} FROM generate_series(1, ${topics}) n`,
    `INSERT INTO answers (community_id, id, topic_id, author_id, author_role, body, body_html, created_at)
     SELECT t.community_id, ${key('f', 'n')}, t.id, ${key('a', `1 + floor(${helpers} * power(random(), 3))`)}, 'CUSTOMER', 'So.', '',
       least(now(), t.created_at + random() * interval '1 day')
     FROM generate_series(1, ${answers}) n JOIN topics t ON t.community_id = ${HERE} AND t.id = ${key('d', `1 + n % ${topics}`)}`,
    `INSERT INTO domain_events (community_id, id, type, subject_id, actor_id, actor_role, data, created_at)
     SELECT community_id, ${keyAt('created_at')}, 'topic.asked', id, author_id, 'CUSTOMER', '{}', created_at FROM topics`,
    `INSERT INTO domain_events (community_id, id, type, subject_id, actor_id, actor_role, data, created_at)
     SELECT community_id, ${keyAt('created_at')}, 'answer.posted', id, author_id, 'CUSTOMER',
       jsonb_build_object('topicId', topic_id), created_at FROM answers`,
  ];
  for (const statement of statements) await client.query(statement);
  for (const table of TABLES) await client.query(`ALTER TABLE ${table} ENABLE TRIGGER USER`);
  await client.query('VACUUM ANALYZE');
}
