import type { Client } from 'pg';
import { MADE_UP_WORDS, madeUpWords } from './made-up-words';

/** How large a generated community is. The rest follows from the number of topics. */
export interface GeneratedSize {
  readonly topics: number;
  readonly members: number;
}

/** What was generated, to ask for. */
export interface GeneratedCommunity {
  readonly communityId: string;
  readonly slug: string;
  /** A member with a session of theirs. */
  readonly memberToken: string;
}

/** The same for every size, so that documents and ids can be written down. */
export const GENERATED_COMMUNITY_ID = '01900000-0000-7000-8000-000000000001';

/** A key made of a table's letter and a number: the same row has the same key in every run. */
function key(letter: string, number: string): string {
  return `('0190${letter}000-0000-7000-8000-' || lpad(to_hex(${number}), 12, '0'))::uuid`;
}

/** A number below `below`, made from a row's number: the same in every run. */
function dice(row: string, salt: number, below: string): string {
  return `(abs(hashint8((${row})::bigint * 1009 + ${salt})::bigint) % (${below}))`;
}

/** Few people write most: the square of an even draw. */
function author(row: string, salt: number, members: number): string {
  return `1 + floor(power(${dice(row, salt, '1000000')} / 1e6, 3) * ${members / 5})::bigint`;
}

function text(row: string, salt: number, sentences: number): string {
  const part = (n: number): string => `(SELECT s FROM sentences WHERE n = ${dice(row, salt + n, String(sentences))})`;
  return `${part(1)} || ' ' || ${part(2)} || E'\\n\\n' || ${part(3)} || ' ' || ${word(row, salt + 4)} || ' ' || ${word(row, salt + 5)}`;
}

/** A few words stand in most texts, most words in few. */
function word(row: string, salt: number): string {
  return `(SELECT w FROM made_up_words WHERE n = floor(power(${dice(row, salt, '1000000')} / 1e6, 4) * ${MADE_UP_WORDS})::int)`;
}

const C = `'${GENERATED_COMMUNITY_ID}'::uuid`;
const ROLES = `(ARRAY['CUSTOMER','CUSTOMER','CUSTOMER','CUSTOMER','CUSTOMER','CUSTOMER','CHAMPION','EMPLOYEE','REPRESENTATIVE','LEAD'])`;

function people(members: number): string[] {
  return [
    `INSERT INTO members (community_id, id, handle, display_name, role, created_at)
     SELECT ${C}, ${key('a', 'i')}, 'member-' || i, 'Member ' || i, ${ROLES}[1 + ${dice('i', 1, '10')}],
       now() - interval '2 years' + i * interval '1 minute' FROM generate_series(1, ${members}) i`,
    `INSERT INTO products (community_id, id, slug, name, position)
     SELECT ${C}, ${key('b', 'i')}, 'product-' || i, 'Product ' || i, i FROM generate_series(1, 12) i`,
    `INSERT INTO tags (community_id, id, name) SELECT ${C}, ${key('c', 'i')}, 'tag-' || i FROM generate_series(1, 200) i`,
  ];
}

function topics(size: GeneratedSize, sentences: number): string[] {
  const { topics: n, members } = size;
  return [
    `INSERT INTO topics (community_id, id, code, slug, kind, status, title, body, body_html, author_id, author_role, locale,
       created_at, last_activity_at)
     SELECT ${C}, ${key('d', 'i')}, lpad(to_hex(i), 8, '0'), 'topic-' || i,
       (ARRAY['QUESTION','QUESTION','QUESTION','PROBLEM','PROBLEM','IDEA','PRAISE'])[1 + ${dice('i', 2, '7')}], 'NONE',
       left((SELECT s FROM sentences WHERE n = ${dice('i', 3, String(sentences))}), 200) || ' ' || ${word('i', 30)} || ' ' || ${word('i', 31)},
       ${text('i', 10, sentences)},
       '<p>' || ${text('i', 10, sentences)} || '</p>', ${key('a', author('i', 4, members))}, 'CUSTOMER', 'en',
       date_trunc('milliseconds', now() - interval '2 years' + i * (interval '2 years' / ${n})),
       date_trunc('milliseconds', now() - interval '2 years' + i * (interval '2 years' / ${n}))
     FROM generate_series(1, ${n}) i`,
    `INSERT INTO topic_products SELECT ${C}, ${key('d', 'i')}, ${key('b', `1 + ${dice('i', 5, '12')}`)} FROM generate_series(1, ${n}) i`,
    `INSERT INTO topic_tags SELECT DISTINCT ${C}, ${key('d', 'i')}, ${key('c', `1 + ${dice('i * 3 + j', 6, '200')}`)}
     FROM generate_series(1, ${n}) i, generate_series(0, 1) j`,
    `INSERT INTO me_toos (community_id, topic_id, member_id) SELECT DISTINCT ${C}, ${key('d', 'i')}, ${key('a', author('i * 4 + j', 7, members))}
     FROM generate_series(1, ${n}) i, generate_series(0, 2) j WHERE ${dice('i', 8, '3')} >= j`,
    `INSERT INTO follows (community_id, id, member_id, topic_id, reason)
     SELECT ${C}, ${key('e', 'i')}, ${key('a', author('i', 4, members))}, ${key('d', 'i')}, 'ASKED' FROM generate_series(1, ${n}) i`,
  ];
}

/** Five answers a topic on average; every hundredth topic has twenty with three comments each: the page that is measured. */
function replies(size: GeneratedSize, sentences: number): string[] {
  const { topics: n, members } = size;
  const created = `date_trunc('milliseconds', t.created_at + j * interval '1 hour')`;
  return [
    `INSERT INTO answers (community_id, id, topic_id, author_id, author_role, follow_up, body, body_html, created_at)
     SELECT ${C}, ${key('f', 'i * 32 + j')}, t.id, a.id, 'CUSTOMER', a.id = t.author_id, ${text('i * 32 + j', 20, sentences)},
       '<p>' || ${text('i * 32 + j', 20, sentences)} || '</p>', ${created}
     FROM generate_series(1, ${n}) i JOIN topics t ON t.community_id = ${C} AND t.id = ${key('d', 'i')},
       LATERAL generate_series(1, CASE WHEN i % 100 = 0 THEN 20 ELSE ${dice('i', 9, '10')}::int END) j,
       LATERAL (SELECT ${key('a', author('i * 32 + j', 11, members))} AS id) a`,
    `INSERT INTO comments (community_id, id, topic_id, answer_id, author_id, author_role, body, body_html, created_at)
     SELECT ${C}, gen_random_uuid(), a.topic_id, a.id, a.author_id, 'CUSTOMER', 'Thank you, that is it.', '<p>Thank you, that is it.</p>',
       date_trunc('milliseconds', a.created_at + j * interval '1 minute')
     FROM answers a JOIN topics t ON t.community_id = a.community_id AND t.id = a.topic_id,
       LATERAL generate_series(1, CASE WHEN ('x' || right(t.id::text, 8))::bit(32)::int % 100 = 0 THEN 3
         ELSE (CASE WHEN right(a.id::text, 1) IN ('0', '8') THEN 1 ELSE 0 END) END) j
     WHERE a.community_id = ${C}`,
    `INSERT INTO stars (community_id, answer_id, member_id, trusted)
     SELECT DISTINCT a.community_id, a.id, m.id, true FROM answers a,
       LATERAL (SELECT ${key('a', `1 + ${dice(`('x' || right(a.id::text, 8))::bit(32)::int`, 12, String(members))}`)} AS id) m
     WHERE a.community_id = ${C} AND m.id <> a.author_id AND right(a.id::text, 1) IN ('1', '2', '3')`,
  ];
}

/** Knowledge articles, and what repliers link to. */
function knowledge({ topics: n }: GeneratedSize, sentences: number): string[] {
  const articles = Math.max(100, Math.floor(n / 500));
  return [
    `INSERT INTO articles (community_id, id, slug, title, summary, body, body_html, locale, created_at)
     SELECT ${C}, ${key('9', 'i')}, 'article-' || i,
       left((SELECT s FROM sentences WHERE n = ${dice('i', 41, String(sentences))}), 200) || ' ' || ${word('i', 42)},
       (SELECT s FROM sentences WHERE n = ${dice('i', 43, String(sentences))}), ${text('i', 50, sentences)} || ${text('i', 60, sentences)},
       '<p>' || ${text('i', 50, sentences)} || ${text('i', 60, sentences)} || '</p>', 'en',
       date_trunc('milliseconds', now() - interval '3 years' + i * interval '1 minute')
     FROM generate_series(1, ${articles}) i`,
    `INSERT INTO article_products SELECT ${C}, ${key('9', 'i')}, ${key('b', `1 + ${dice('i', 44, '12')}`)}
     FROM generate_series(1, ${articles}) i`,
    `INSERT INTO topic_links (community_id, topic_id, linked_id, kind, created_at)
     SELECT ${C}, ${key('d', 'i')}, ${key('d', `1 + ${dice('i', 45, 'i - 1')}`)}, 'DUPLICATE', t.created_at + interval '1 day'
     FROM generate_series(50, ${n}, 50) i JOIN topics t ON t.community_id = ${C} AND t.id = ${key('d', 'i')}`,
  ];
}

/** The counters follow from the rows, as they do when people write them. */
const COUNTERS = [
  `UPDATE answers a SET comment_count = (SELECT count(*) FROM comments c WHERE c.community_id = a.community_id AND c.answer_id = a.id),
     star_count = s.n, trusted_star_count = s.n
   FROM (SELECT x.id, (SELECT count(*) FROM stars s WHERE s.community_id = x.community_id AND s.answer_id = x.id) AS n
     FROM answers x WHERE x.community_id = ${C}) s WHERE a.community_id = ${C} AND a.id = s.id`,
  `UPDATE topics t SET answer_count = f.answers, reply_count = f.answers + f.comments, follower_count = 1, first_answer_at = f.first,
     resolution = CASE WHEN f.peers > 0 THEN 'ANSWERED' ELSE 'UNANSWERED' END, unanswered = f.peers = 0,
     me_too_count = (SELECT count(*) FROM me_toos m WHERE m.community_id = t.community_id AND m.topic_id = t.id),
     last_activity_at = coalesce(f.last, t.created_at)
   FROM (SELECT t.id, count(a.id) AS answers, count(a.id) FILTER (WHERE NOT a.follow_up) AS peers, coalesce(sum(a.comment_count), 0) AS comments,
       min(a.created_at) FILTER (WHERE NOT a.follow_up) AS first, max(a.created_at) AS last
     FROM topics t LEFT JOIN answers a ON a.community_id = t.community_id AND a.topic_id = t.id WHERE t.community_id = ${C} GROUP BY t.id) f
   WHERE t.community_id = ${C} AND t.id = f.id`,
  `UPDATE tags g SET topic_count = (SELECT count(*) FROM topic_tags x WHERE x.community_id = g.community_id AND x.tag_id = g.id)
   WHERE g.community_id = ${C}`,
];

/** Tables with triggers that note what has to be indexed: all is indexed at once when all is there. */
const WATCHED = `SELECT DISTINCT c.relname AS name FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
  WHERE NOT t.tgisinternal AND c.relnamespace = 'public'::regnamespace`;

async function setTriggers(client: Client, what: 'ENABLE' | 'DISABLE'): Promise<void> {
  const { rows } = await client.query<{ name: string }>(WATCHED);
  for (const { name } of rows) await client.query(`ALTER TABLE ${client.escapeIdentifier(name)} ${what} TRIGGER USER`);
}

/** Fills an empty, migrated database with a community of this size. The same size gives the same rows. */
export async function generateCommunity(
  client: Client,
  size: GeneratedSize,
  sentences: readonly string[],
): Promise<void> {
  await client.query(`SET app.community_id = '${GENERATED_COMMUNITY_ID}'`);
  await client.query(
    `INSERT INTO communities (id, slug, name, locale, visibility) VALUES (${C}, 'generated', 'Generated', 'en', 'PUBLIC')`,
  );
  await client.query('CREATE TEMPORARY TABLE sentences (n int PRIMARY KEY, s text NOT NULL)');
  await client.query(
    'INSERT INTO sentences SELECT ordinality - 1, s FROM unnest($1::text[]) WITH ORDINALITY AS x (s, ordinality)',
    [sentences],
  );
  await client.query('CREATE TEMPORARY TABLE made_up_words (n int PRIMARY KEY, w text NOT NULL)');
  await client.query(
    'INSERT INTO made_up_words SELECT ordinality - 1, w FROM unnest($1::text[]) WITH ORDINALITY AS x (w, ordinality)',
    [madeUpWords()],
  );
  await setTriggers(client, 'DISABLE');
  const statements = [
    ...people(size.members),
    ...topics(size, sentences.length),
    ...replies(size, sentences.length),
    ...knowledge(size, sentences.length),
    ...COUNTERS,
  ];
  for (const statement of statements) await client.query(statement);
  await setTriggers(client, 'ENABLE');
  await client.query('DROP TABLE sentences, made_up_words');
  await client.query('RESET app.community_id');
}
