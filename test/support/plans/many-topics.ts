import { Client } from 'pg';
import type { TestCommunity } from '../founder';
import type { TestDatabase } from '../test-database';

/** How much of everything the lists are judged by. */
export const MANY = { topics: 100_000, members: 5_000, tags: 3_000, products: 40 } as const;

const uuid = (table: number, n: string): string =>
  `(lpad(to_hex(${table}), 8, '0') || '-0000-7000-8000-' || lpad(to_hex(${n}), 12, '0'))::uuid`;

const T = { member: 1, product: 2, tag: 3, topic: 4, answer: 5, mark: 6, follow: 7 } as const;

/** The key of the n-th row of a table. */
export function keyOf(table: keyof typeof T, n: number): string {
  return `${T[table].toString(16).padStart(8, '0')}-0000-7000-8000-${n.toString(16).padStart(12, '0')}`;
}

/** A number from 0 to `of` - 1 by chance, the same in every run; `salt` tells one roll of the dice from another. */
const chance = (n: string, salt: number, of: number): string =>
  `(abs(hashint8((${n})::bigint * 1000 + ${salt})::bigint) % ${of})`;

/** A number from 1 to `of`, the low ones often: few people write most, and few words are on most topics. */
const often = (n: string, salt: number, of: number): string =>
  `(1 + floor(${of} * power(${chance(n, salt, 1_000_000)} / 1000000.0, 3))::int)`;

const STATEMENTS = [
  `INSERT INTO members (community_id, id, handle, display_name, role, created_at)
   SELECT $1, ${uuid(T.member, 'n')}, 'm-' || n, 'Name ' || md5(n::text), CASE WHEN n % 500 = 0 THEN 'REPRESENTATIVE'
     WHEN n % 50 = 0 THEN 'CHAMPION' ELSE 'CUSTOMER' END, now() - n * interval '3 hours'
   FROM generate_series(1, ${MANY.members}) n`,
  `INSERT INTO products (community_id, id, slug, name, position)
   SELECT $1, ${uuid(T.product, 'n')}, 'product-' || n, 'Product ' || n, n FROM generate_series(1, ${MANY.products}) n`,
  `INSERT INTO tags (community_id, id, name, topic_count)
   SELECT $1, ${uuid(T.tag, 'n')}, substr(md5(n::text), 1, 6) || n, 0 FROM generate_series(1, ${MANY.tags}) n`,
  `INSERT INTO topics (community_id, id, code, slug, kind, status, title, body, body_html, author_id, author_role, locale,
     visibility, state, resolution, resolved_by, unanswered, answer_count, reply_count, me_too_count, archived_at,
     merged_into_id, last_activity_at, created_at)
   SELECT $1, ${uuid(T.topic, 'n')}, 'c' || n, 's', kind, CASE WHEN kind IN ('PRAISE', 'UPDATE') THEN 'NONE' ELSE
       (ARRAY['NONE', 'NONE', 'NONE', 'NONE', 'PENDING', 'ACTIVE', 'COMPLETE', 'COMPLETE', 'COMPLETE', 'REJECTED'])[1 + ${chance('n', 1, 10)}] END,
     'Title ' || n, repeat('word ', 20), repeat('word ', 20), ${uuid(T.member, often('n', 2, MANY.members))},
     'CUSTOMER', 'en', CASE WHEN ${chance('n', 3, 50)} = 0 THEN 'PRIVATE' ELSE 'PUBLIC' END,
     CASE ${chance('n', 4, 60)} WHEN 0 THEN 'REMOVED' WHEN 1 THEN 'HELD' ELSE 'VISIBLE' END,
     resolution, CASE resolution WHEN 'SOLVED' THEN 'ASKER' END, resolution = 'UNANSWERED', answers, answers + 5,
     ${often('n', 5, 300)}, CASE WHEN ${chance('n', 6, 90)} = 0 THEN now() END,
     CASE WHEN ${chance('n', 7, 110)} = 0 THEN ${uuid(T.topic, '1')} END,
     now() - n * interval '11 minutes' + ${chance('n', 8, 20_000)} * interval '1 minute', now() - n * interval '11 minutes'
   FROM generate_series(1, ${MANY.topics}) n,
     LATERAL (SELECT (ARRAY['QUESTION', 'QUESTION', 'QUESTION', 'QUESTION', 'QUESTION', 'QUESTION', 'PROBLEM', 'PROBLEM',
         'PROBLEM', 'PROBLEM', 'IDEA', 'IDEA', 'IDEA', 'PRAISE', 'UPDATE'])[1 + ${chance('n', 9, 15)}] AS kind,
       (ARRAY['UNANSWERED', 'ANSWERED', 'ANSWERED', 'SOLVED', 'SOLVED'])[1 + ${chance('n', 10, 5)}] AS resolution) AS x,
     LATERAL (SELECT CASE resolution WHEN 'UNANSWERED' THEN 0 ELSE ${often('n', 11, 30)} END AS answers) AS y`,
  `INSERT INTO topic_products (community_id, topic_id, product_id)
   SELECT $1, ${uuid(T.topic, 'n')}, ${uuid(T.product, often('n * 3 + i', 12, MANY.products))}
   FROM generate_series(1, ${MANY.topics}) n, generate_series(0, n % 3) i ON CONFLICT DO NOTHING`,
  `INSERT INTO topic_tags (community_id, topic_id, tag_id)
   SELECT $1, ${uuid(T.topic, 'n')}, ${uuid(T.tag, often('n * 3 + i', 13, MANY.tags))}
   FROM generate_series(1, ${MANY.topics}) n, generate_series(0, n % 3) i ON CONFLICT DO NOTHING`,
  `UPDATE tags g SET topic_count = (SELECT count(*) FROM topic_tags x WHERE x.community_id = $1 AND x.tag_id = g.id)
   WHERE g.community_id = $1`,
  `INSERT INTO answers (community_id, id, topic_id, author_id, author_role, body, body_html, created_at)
   SELECT $1, ${uuid(T.answer, 'n')}, ${uuid(T.topic, 'n')}, ${uuid(T.member, often('n', 14, MANY.members))},
     'CUSTOMER', 'text', 'text', now() - n * interval '10 minutes' FROM generate_series(1, ${MANY.topics}) n`,
  `INSERT INTO official_marks (community_id, id, topic_id, answer_id, marked_by_id, marked_at, owner_id)
   SELECT $1, ${uuid(T.mark, 'n')}, ${uuid(T.topic, 'n')}, ${uuid(T.answer, 'n')}, ${uuid(T.member, '500')}, now(),
     ${uuid(T.member, '500')} FROM generate_series(1, ${MANY.topics}) n WHERE ${chance('n', 16, 10)} = 0`,
  `INSERT INTO me_toos (community_id, topic_id, member_id)
   SELECT $1, ${uuid(T.topic, 'n')}, ${uuid(T.member, often('n', 15, MANY.members))} FROM generate_series(1, ${MANY.topics}) n`,
  `INSERT INTO follows (community_id, id, member_id, topic_id, reason)
   SELECT $1, ${uuid(T.follow, 'n')}, ${uuid(T.member, often('n', 15, MANY.members))}, ${uuid(T.topic, 'n')}, 'ME_TOO'
   FROM generate_series(1, ${MANY.topics}) n`,
];

/**
 * Fills a community as a busy one is after years, and lets the planner count. Foreign keys are not checked row by
 * row: the rows fit by how they are made.
 */
export async function fill({ adminUrl }: TestDatabase, { key }: TestCommunity): Promise<void> {
  const admin = new Client({ connectionString: adminUrl });
  await admin.connect();
  try {
    await admin.query('SET session_replication_role = replica');
    for (const statement of STATEMENTS) await admin.query(statement, [key]);
    await admin.query('VACUUM ANALYZE');
  } finally {
    await admin.end();
  }
}
