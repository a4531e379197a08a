import sql from 'sql-template-tag';
import type { Publication } from '../publication';
import { joinPost, noPost, requirePosts, requireTopics } from './references.step';

/**
 * Finds where each post stands: `posts` gets every post of the community and of the import, as TOPIC, ANSWER or
 * COMMENT, with its topic and, for comments on answers, the answer. What stands nowhere is refused, and so is what
 * is about posts that are not there.
 */
export async function placePosts(publication: Publication): Promise<void> {
  await placeTopics(publication);
  await placeAnswers(publication);
  await placeComments(publication);
  await publication.run(sql`ANALYZE ${publication.work}posts`);
  await requireTopics(publication);
  await openMergeCircles(publication);
  await requirePosts(publication);
}

async function placeTopics(publication: Publication): Promise<void> {
  const { here, work } = publication;
  await publication.table(
    'posts',
    sql`SELECT id, 'TOPIC' AS what, id AS topic_id, NULL::uuid AS answer_id, author_id, false AS fresh
        FROM topics WHERE community_id = ${here}
      UNION ALL SELECT id, 'ANSWER', topic_id, NULL, author_id, false FROM answers WHERE community_id = ${here}
      UNION ALL SELECT id, 'COMMENT', topic_id, answer_id, author_id, false FROM comments WHERE community_id = ${here}
      UNION ALL SELECT r.id, 'TOPIC', r.id, NULL, r.author_id, true FROM ${publication.staged('topic')} r
        WHERE r.id NOT IN (SELECT id FROM ${work}changed)`,
    'id',
  );
}

/** A reply of whoever asked is a comment where the source has no follow-ups, unless it is marked. */
async function placeAnswers(publication: Publication): Promise<void> {
  const { work } = publication;
  const staged = publication.staged('answer');
  await publication.reject(
    'answer',
    sql`NOT EXISTS (SELECT FROM ${work}posts p WHERE p.id = r.topic_id AND p.what = 'TOPIC')`,
    'topic names a topic that is not there',
  );
  await publication.run(sql`
    INSERT INTO ${work}posts
    SELECT r.id, CASE WHEN r.by_asker = 'COMMENT' AND r.author_id = t.author_id AND NOT EXISTS (
        SELECT FROM ${publication.staged('mark')} m WHERE m.answer_id = r.id AND m.mark IN ('SOLVED', 'OFFICIAL'))
      THEN 'COMMENT' ELSE 'ANSWER' END, r.topic_id, NULL, r.author_id, true
    FROM ${staged} r JOIN ${work}posts t ON t.id = r.topic_id AND t.what = 'TOPIC'
    WHERE r.id NOT IN (SELECT id FROM ${work}changed)`);
  await publication.run(sql`ANALYZE ${work}posts`);
}

/** A comment on a comment stands where that one stands. */
async function placeComments(publication: Publication): Promise<void> {
  const { work } = publication;
  const staged = publication.staged('comment');
  for (;;) {
    const placed = await publication.run(sql`
      INSERT INTO ${work}posts
      SELECT r.id, 'COMMENT', p.topic_id, CASE p.what WHEN 'ANSWER' THEN p.id ELSE p.answer_id END, r.author_id, true
      FROM ${staged} r ${joinPost(publication)}
      WHERE p.id IS NOT NULL AND r.id NOT IN (SELECT id FROM ${work}changed)
        AND NOT EXISTS (SELECT FROM ${work}posts known WHERE known.id = r.id)`);
    if (placed === 0) break;
  }
  await publication.reject('comment', noPost(publication), 'on names a post that is not there');
}

/** Topics that are merged into each other in a circle would lead nowhere: they stay by themselves. */
async function openMergeCircles(publication: Publication): Promise<void> {
  const { here } = publication;
  const staged = publication.staged('topic');
  await publication.forget(
    'topic',
    'merged_into_id',
    sql`r.merged_into_id IS NOT NULL AND r.id IN (
      WITH RECURSIVE merged AS (
        SELECT id, merged_into_id FROM ${staged} WHERE merged_into_id IS NOT NULL
        UNION ALL SELECT t.id, t.merged_into_id FROM topics t WHERE t.community_id = ${here} AND t.merged_into_id IS NOT NULL
          AND t.id NOT IN (SELECT id FROM ${staged} WHERE merged_into_id IS NOT NULL)),
      up AS (
        SELECT id AS start, merged_into_id AS id FROM merged
        UNION SELECT u.start, m.merged_into_id FROM up u JOIN merged m ON m.id = u.id)
      SELECT start FROM up WHERE id = start)`,
    'mergedInto leads back to the topic itself',
  );
}
