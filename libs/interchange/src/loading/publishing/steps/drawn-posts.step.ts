import { tallyStatement } from '@app/community';
import sql, { raw } from 'sql-template-tag';
import type { Publication } from '../publication';

/**
 * Draws the topics that the import brings or touches, with all their answers and comments, in tables named like those
 * they go to, and has them counted there by the tally of the product: what is written then is right from the start, and
 * is not written twice.
 */
export async function drawPosts(publication: Publication): Promise<void> {
  await lockTouched(publication);
  await drawAnswers(publication);
  await drawComments(publication);
  await drawTopics(publication);
  await publication.run(sql`ALTER TABLE ${publication.work}topics ADD PRIMARY KEY (community_id, id)`);
  await chooseCodes(publication);
  await tally(publication);
}

/** The topics that were there and about which the import says something. */
async function lockTouched(publication: Publication): Promise<void> {
  const { here, work } = publication;
  await publication.table(
    'touched',
    sql`WITH named AS (
        SELECT topic_id AS id FROM ${work}posts WHERE fresh
        UNION SELECT p.topic_id FROM ${work}changed c JOIN ${work}posts p ON p.id = c.id
        UNION SELECT topic_id FROM ${work}solved_marks UNION SELECT topic_id FROM ${work}official_marks
        UNION SELECT p.topic_id FROM ${work}stars s JOIN ${work}posts p ON p.id = s.answer_id
        UNION SELECT p.topic_id FROM ${publication.staged('vote')} v JOIN ${work}posts p ON p.id = v.on_answer
        UNION SELECT topic_id FROM ${work}me_toos UNION SELECT topic_id FROM ${work}follows)
      SELECT t.id FROM topics t JOIN named n ON n.id = t.id WHERE t.community_id = ${here}`,
    'id',
  );
  await publication.run(sql`
    SELECT t.id FROM topics t WHERE t.community_id = ${here} AND t.id IN (SELECT id FROM ${work}touched)
    ORDER BY t.id FOR NO KEY UPDATE`);
}

async function drawAnswers(publication: Publication): Promise<void> {
  const { here, work } = publication;
  const old = sql`SELECT a.id FROM answers a JOIN ${work}touched t ON t.id = a.topic_id WHERE a.community_id = ${here}`;
  await publication.table(
    'answers',
    sql`WITH every AS (
        SELECT r.id, r.topic_id, r.author_id, r.state, r.created_at, true AS fresh FROM ${publication.staged('answer')} r
        JOIN ${work}posts p ON p.id = r.id AND p.fresh AND p.what = 'ANSWER'
        UNION ALL SELECT a.id, a.topic_id, a.author_id, a.state, a.created_at, false FROM answers a
        WHERE a.community_id = ${here} AND a.topic_id IN (SELECT id FROM ${work}touched)),
      starred AS (
        SELECT answer_id, count(*) AS stars, count(*) FILTER (WHERE trusted) AS trusted FROM (
          SELECT answer_id, trusted FROM ${work}stars
          UNION ALL SELECT answer_id, trusted FROM stars WHERE community_id = ${here} AND answer_id IN (${old})) s
        GROUP BY answer_id),
      voted AS (SELECT post_id, sum(up) AS up FROM vote_totals WHERE community_id = ${here} GROUP BY post_id),
      solved AS (SELECT answer_id FROM ${work}solved_marks UNION SELECT answer_id FROM solved_marks WHERE community_id = ${here}),
      official AS (
        SELECT answer_id FROM ${work}official_marks WHERE ended_at IS NULL
        UNION SELECT answer_id FROM official_marks WHERE community_id = ${here} AND ended_at IS NULL)
      SELECT ${here} AS community_id, e.*, e.author_id = t.author_id AS follow_up,
        o.answer_id IS NOT NULL AS official, d.answer_id IS NOT NULL AS solved,
        (coalesce(s.stars, 0) + coalesce(v.up, 0))::int AS star_count, coalesce(s.trusted, 0)::int AS trusted_star_count,
        0 AS comment_count
      FROM every e JOIN ${work}posts t ON t.id = e.topic_id AND t.what = 'TOPIC'
      LEFT JOIN starred s ON s.answer_id = e.id LEFT JOIN voted v ON v.post_id = e.id
      LEFT JOIN solved d ON d.answer_id = e.id LEFT JOIN official o ON o.answer_id = e.id`,
    'community_id, id',
    'community_id, topic_id',
  );
}

async function drawComments(publication: Publication): Promise<void> {
  const { here, work } = publication;
  const staged = (['answer', 'comment'] as const).map((kind) => publication.staged(kind));
  const fresh = staged.map(
    (table) => sql`UNION ALL SELECT ${here}, r.id, p.topic_id, p.answer_id, r.state, r.created_at FROM ${table} r
      JOIN ${work}posts p ON p.id = r.id AND p.fresh AND p.what = 'COMMENT'`,
  );
  await publication.table(
    'comments',
    sql`SELECT c.community_id, c.id, c.topic_id, c.answer_id, c.state, c.created_at FROM comments c
      WHERE c.community_id = ${here} AND c.topic_id IN (SELECT id FROM ${work}touched) ${fresh[0]} ${fresh[1]}`,
    'community_id, topic_id',
  );
}

async function drawTopics(publication: Publication): Promise<void> {
  const { here, work } = publication;
  await publication.table(
    'topics',
    sql`WITH every AS (
        SELECT r.id, r.author_id, r.status, r.resolved_at, NULL AS resolved_by, r.me_too_base, r.view_count, r.closed_at,
          r.archived_at, r.last_activity_at, r.created_at, coalesce(r.code, left(r.codes, 8)) AS code, true AS fresh
        FROM ${publication.staged('topic')} r WHERE r.id NOT IN (SELECT id FROM ${work}changed)
        UNION ALL SELECT t.id, t.author_id, t.status, t.resolved_at, t.resolved_by, t.me_too_base,
          greatest(t.view_count, r.view_count), t.closed_at, t.archived_at, NULL, t.last_activity_at, t.code, false
        FROM topics t LEFT JOIN ${publication.staged('topic')} r ON r.id = t.id
        WHERE t.community_id = ${here} AND t.id IN (SELECT id FROM ${work}touched)),
      affected AS (SELECT topic_id, count(*) AS n FROM (
        SELECT topic_id FROM ${work}me_toos UNION ALL SELECT topic_id FROM me_toos WHERE community_id = ${here}) m GROUP BY topic_id),
      following AS (SELECT topic_id, count(*) AS n FROM (
        SELECT topic_id FROM ${work}follows UNION ALL SELECT topic_id FROM follows WHERE community_id = ${here}) f GROUP BY topic_id),
      replied AS (SELECT topic_id, max(created_at) AS at FROM (
        SELECT topic_id, created_at FROM ${work}answers WHERE state = 'VISIBLE'
        UNION ALL SELECT topic_id, created_at FROM ${work}comments WHERE state = 'VISIBLE') p GROUP BY topic_id),
      resolved AS (SELECT topic_id, coalesce(min(at) FILTER (WHERE rank = 1), min(at) FILTER (WHERE rank = 2), max(at)) AS at FROM (
        SELECT topic_id, created_at AS at, 1 AS rank FROM ${work}solved_marks
        UNION ALL SELECT topic_id, marked_at, 2 FROM ${work}official_marks WHERE ended_at IS NULL
        UNION ALL SELECT p.topic_id, s.created_at, 3 FROM ${work}stars s JOIN ${work}posts p ON p.id = s.answer_id
        WHERE s.trusted) m GROUP BY topic_id)
      SELECT ${here} AS community_id, e.id, e.author_id, e.status, e.fresh, e.code, e.closed_at, e.archived_at, e.created_at,
        'UNANSWERED'::text AS resolution, e.resolved_by, true AS unanswered, NULL::timestamptz(3) AS first_answer_at,
        CASE WHEN e.resolved_by IS NOT NULL THEN e.resolved_at
          ELSE coalesce(e.resolved_at, s.at, greatest(p.at, e.created_at)) END AS resolved_at,
        0 AS answer_count, 0 AS reply_count, e.me_too_base, (e.me_too_base + coalesce(h.n, 0))::int AS me_too_count,
        coalesce(f.n, 0)::int AS follower_count, e.view_count, coalesce(e.last_activity_at, greatest(p.at, e.created_at)) AS last_activity_at
      FROM every e LEFT JOIN affected h ON h.topic_id = e.id LEFT JOIN following f ON f.topic_id = e.id
      LEFT JOIN replied p ON p.topic_id = e.id LEFT JOIN resolved s ON s.topic_id = e.id`,
  );
}

/** A topic whose code is in use gets the other one that its id gives. */
async function chooseCodes(publication: Publication): Promise<void> {
  const { here, work } = publication;
  await publication.run(sql`
    UPDATE ${work}topics t SET code = substr(r.codes, 9)
    FROM ${publication.staged('topic')} r
    WHERE t.fresh AND r.id = t.id AND (
      t.code IN (SELECT code FROM ${work}topics GROUP BY code HAVING count(*) > 1)
      OR EXISTS (SELECT FROM topics o WHERE o.community_id = ${here} AND o.code = t.code))`);
}

/** The tally counts in the tables that are named `topics`, `answers` and `comments`: here those that were drawn. */
async function tally(publication: Publication): Promise<void> {
  const { about, work } = publication;
  await publication.run(sql`SET LOCAL search_path = "${raw(about.schema)}", public`);
  await publication.run(
    tallyStatement({
      communityId: about.communityId,
      readersToSolve: about.readersToSolve,
      topics: sql`IN (SELECT id FROM topics)`,
      active: false,
    }),
  );
  await publication.run(sql`SET LOCAL search_path = public`);
  await publication.run(sql`ANALYZE ${work}topics`);
}
