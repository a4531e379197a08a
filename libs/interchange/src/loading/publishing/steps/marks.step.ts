import sql from 'sql-template-tag';
import type { Publication } from '../publication';

/** What people said of answers: rows to be, in tables named like those they go to. */
export async function drawMarks(publication: Publication): Promise<void> {
  await drawSolved(publication);
  await drawStars(publication);
  await drawOfficial(publication);
}

/** The asker says so, where the source does not say who. */
async function drawSolved(publication: Publication): Promise<void> {
  const { here, work } = publication;
  await publication.table(
    'solved_marks',
    sql`SELECT DISTINCT ON (r.answer_id) r.answer_id, a.topic_id, coalesce(r.by_id, t.author_id) AS member_id, r.created_at
      FROM ${publication.staged('mark')} r
      JOIN ${work}posts a ON a.id = r.answer_id AND a.what = 'ANSWER'
      JOIN ${work}posts t ON t.id = a.topic_id AND t.what = 'TOPIC'
      WHERE r.mark = 'SOLVED' AND NOT EXISTS (
        SELECT FROM solved_marks m WHERE m.community_id = ${here} AND m.answer_id = r.answer_id)
      ORDER BY r.answer_id, r.n`,
  );
}

/** A star counts as trusted by what its giver was then. */
async function drawStars(publication: Publication): Promise<void> {
  const { here, work, about } = publication;
  await publication.reject(
    'mark',
    sql`r.mark = 'STAR' AND EXISTS (SELECT FROM ${work}posts a WHERE a.id = r.answer_id AND a.author_id = r.by_id)`,
    'A star is for the answers of others.',
  );
  await publication.table(
    'stars',
    sql`SELECT DISTINCT ON (r.answer_id, r.by_id) r.answer_id, r.by_id AS member_id, coalesce(r.trusted, CASE m.role
          WHEN 'ALUM' THEN false
          WHEN 'CUSTOMER' THEN m.seat OR r.created_at - m.created_at >= make_interval(days => ${about.trustedAfterDays}::int)
          ELSE true END) AS trusted, r.created_at
      FROM ${publication.staged('mark')} r JOIN ${work}people m ON m.id = r.by_id
      WHERE r.mark = 'STAR' AND NOT EXISTS (SELECT FROM stars s
        WHERE s.community_id = ${here} AND s.answer_id = r.answer_id AND s.member_id = r.by_id)
      ORDER BY r.answer_id, r.by_id, r.n`,
  );
}

/** A topic has one official answer: each ends when the next one is marked. One that was marked here stays. */
async function drawOfficial(publication: Publication): Promise<void> {
  const { here, work } = publication;
  await publication.table(
    'official_marks',
    sql`WITH told AS (
        SELECT r.id, a.topic_id, r.answer_id, coalesce(r.by_id, a.author_id) AS marked_by_id, r.created_at AS marked_at,
          coalesce(r.owner_id, r.by_id, a.author_id) AS owner_id, r.review_at, r.ended_at, r.ended_by_id, r.suspended,
          lead(r.created_at) OVER later AS next_at, lead(coalesce(r.by_id, a.author_id)) OVER later AS next_by_id,
          o.marked_at AS here_at, o.marked_by_id AS here_by_id
        FROM ${publication.staged('mark')} r
        JOIN ${work}posts a ON a.id = r.answer_id AND a.what = 'ANSWER'
        LEFT JOIN official_marks o ON o.community_id = ${here} AND o.topic_id = a.topic_id AND o.ended_at IS NULL
        WHERE r.mark = 'OFFICIAL' AND NOT EXISTS (SELECT FROM official_marks k WHERE k.community_id = ${here} AND k.id = r.id)
        WINDOW later AS (PARTITION BY a.topic_id, r.ended_at IS NULL ORDER BY r.created_at, r.n))
      SELECT id, topic_id, answer_id, marked_by_id, marked_at, owner_id, review_at,
        CASE WHEN ended_at IS NOT NULL THEN ended_at WHEN next_at IS NOT NULL THEN next_at
          WHEN here_at IS NOT NULL THEN greatest(marked_at, here_at) END AS ended_at,
        CASE WHEN ended_at IS NOT NULL THEN ended_by_id ELSE coalesce(next_by_id, here_by_id) END AS ended_by_id, suspended
      FROM told`,
  );
}
