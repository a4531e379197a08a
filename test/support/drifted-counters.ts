import type { Founder, TestCommunity } from './founder';

/** Each counter and each derived value, and what its rows say it is; `t` is the table it stands in. */
const COUNTED: readonly [table: string, kept: string, found: string][] = [
  ['topics', 'answer_count', `(SELECT count(*) FROM answers WHERE topic_id = t.id AND state = 'VISIBLE')`],
  [
    'topics',
    'reply_count - answer_count',
    `(SELECT count(*) FROM comments c LEFT JOIN answers a ON a.id = c.answer_id
      WHERE c.topic_id = t.id AND c.state = 'VISIBLE' AND coalesce(a.state, 'VISIBLE') = 'VISIBLE')`,
  ],
  ['topics', 'me_too_count', `me_too_base + (SELECT count(*) FROM me_toos WHERE topic_id = t.id)`],
  ['topics', 'follower_count', `(SELECT count(*) FROM follows WHERE topic_id = t.id)`],
  ['topics', 'unanswered', `resolution = 'UNANSWERED'`],
  ['topics', `resolution = 'SOLVED'`, `resolved_at IS NOT NULL`],
  [
    'topics',
    `coalesce(resolved_by, resolution)`,
    `CASE
      WHEN EXISTS (SELECT FROM solved_marks m JOIN answers a ON a.id = m.answer_id
        WHERE a.topic_id = t.id AND a.state = 'VISIBLE') THEN 'ASKER'
      WHEN status = 'COMPLETE' OR EXISTS (SELECT FROM official_marks m JOIN answers a ON a.id = m.answer_id
        WHERE a.topic_id = t.id AND a.state = 'VISIBLE' AND m.ended_at IS NULL) THEN 'STAFF'
      WHEN EXISTS (SELECT FROM answers a WHERE a.topic_id = t.id AND a.state = 'VISIBLE' AND a.author_id <> t.author_id
        AND (SELECT count(*) FROM stars s WHERE s.answer_id = a.id AND s.trusted) >=
          (SELECT coalesce((settings->>'readersToSolve')::int, 3) FROM communities c WHERE c.id = t.community_id)) THEN 'READERS'
      WHEN EXISTS (SELECT FROM answers a WHERE a.topic_id = t.id AND a.state = 'VISIBLE' AND a.author_id <> t.author_id)
        THEN 'ANSWERED'
      ELSE 'UNANSWERED' END`,
  ],
  ['answers', 'star_count', `(SELECT count(*) FROM stars WHERE answer_id = t.id)`],
  ['answers', 'trusted_star_count', `(SELECT count(*) FROM stars WHERE answer_id = t.id AND trusted)`],
  ['answers', 'comment_count', `(SELECT count(*) FROM comments WHERE answer_id = t.id AND state = 'VISIBLE')`],
  ['answers', 'solved', `EXISTS (SELECT FROM solved_marks WHERE answer_id = t.id AND topic_id = t.topic_id)`],
  [
    'answers',
    'official',
    `EXISTS (SELECT FROM official_marks WHERE answer_id = t.id AND topic_id = t.topic_id AND ended_at IS NULL)`,
  ],
  ['tags', 'topic_count', `(SELECT count(*) FROM topic_tags WHERE tag_id = t.id)`],
  ['tags', 'follower_count', `(SELECT count(*) FROM follows WHERE tag_id = t.id)`],
  ['products', 'follower_count', `(SELECT count(*) FROM follows WHERE product_id = t.id)`],
  ['members', 'follower_count', `(SELECT count(*) FROM follows WHERE person_id = t.id)`],
];

/** What a community has counted or derived otherwise than its rows say: nothing, if all is well. */
export async function driftedCounters(founder: Founder, { key }: TestCommunity): Promise<object[]> {
  const branches = COUNTED.map(
    ([table, kept, found]) =>
      `SELECT '${table}' AS "table", $$${kept}$$ AS counter, t.id, (${kept})::text AS kept, (${found})::text AS found
       FROM ${table} t WHERE community_id = '${key}' AND (${kept})::text IS DISTINCT FROM (${found})::text`,
  );
  return founder.sql(key, branches.join(' UNION ALL '));
}
