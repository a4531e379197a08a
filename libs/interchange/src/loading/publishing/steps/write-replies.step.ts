import sql from 'sql-template-tag';
import type { Publication } from '../publication';
import { updateCounts } from './write-topics.step';

const COUNTS = ['official', 'solved', 'star_count', 'trusted_star_count', 'comment_count'] as const;

/** Writes new answers as they were drawn, comments, and what has changed in the counts of other answers. */
export async function writeReplies(publication: Publication): Promise<void> {
  const { here, work } = publication;
  await publication.run(sql`
    INSERT INTO answers (community_id, id, topic_id, moved_from_id, author_id, author_role, follow_up, body, body_html,
      state, state_reason, forked_into_id, official, solved, star_count, trusted_star_count, comment_count, version,
      edited_at, created_at)
    SELECT ${here}, r.id, r.topic_id, r.moved_from_id, r.author_id, coalesce(r.author_role, m.role), a.follow_up, r.body,
      r.body_html, r.state, r.state_reason, r.forked_into_id, a.official, a.solved, a.star_count, a.trusted_star_count,
      a.comment_count, r.version, r.edited_at, r.created_at
    FROM ${work}answers a JOIN ${publication.staged('answer')} r ON r.id = a.id JOIN ${work}people m ON m.id = r.author_id
    WHERE a.fresh`);
  await updateCounts(publication, 'answers', COUNTS);
  for (const kind of ['answer', 'comment'] as const) {
    await publication.run(sql`
      INSERT INTO comments (community_id, id, topic_id, moved_from_id, answer_id, author_id, author_role, body, body_html,
        state, state_reason, forked_into_id, version, edited_at, created_at)
      SELECT ${here}, r.id, p.topic_id, r.moved_from_id, p.answer_id, r.author_id, coalesce(r.author_role, m.role), r.body,
        r.body_html, r.state, r.state_reason, r.forked_into_id, r.version, r.edited_at, r.created_at
      FROM ${publication.staged(kind)} r JOIN ${work}posts p ON p.id = r.id AND p.fresh AND p.what = 'COMMENT'
      JOIN ${work}people m ON m.id = r.author_id`);
  }
  // Where other communities are known, the planner takes one of which it knows nothing for empty: each with each, then.
  await publication.run(sql`ANALYZE members, topics, answers, comments`);
}
