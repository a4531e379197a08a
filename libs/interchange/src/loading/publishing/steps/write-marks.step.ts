import sql from 'sql-template-tag';
import type { Publication } from '../publication';

/** Writes the marks, me-toos and follows that were drawn, and counts the followers of what has new ones. */
export async function writeMarks(publication: Publication): Promise<void> {
  const { here, work } = publication;
  await publication.run(sql`
    INSERT INTO solved_marks (community_id, answer_id, topic_id, member_id, created_at)
    SELECT ${here}, answer_id, topic_id, member_id, created_at FROM ${work}solved_marks`);
  await publication.run(sql`
    INSERT INTO official_marks (community_id, id, topic_id, answer_id, marked_by_id, marked_at, owner_id, review_at, ended_at,
      ended_by_id, suspended)
    SELECT ${here}, id, topic_id, answer_id, marked_by_id, marked_at, owner_id, review_at, ended_at, ended_by_id, suspended
    FROM ${work}official_marks`);
  await publication.run(sql`
    INSERT INTO stars (community_id, answer_id, member_id, trusted, created_at)
    SELECT ${here}, answer_id, member_id, trusted, created_at FROM ${work}stars`);
  await publication.run(sql`
    INSERT INTO me_toos (community_id, topic_id, member_id, moved_from_id, created_at)
    SELECT ${here}, topic_id, member_id, moved_from_id, created_at FROM ${work}me_toos`);
  await publication.run(sql`
    INSERT INTO follows (community_id, id, member_id, topic_id, moved_from_id, tag_id, product_id, person_id, reason, created_at)
    SELECT ${here}, id, member_id, topic_id, moved_from_id, tag_id, product_id, person_id, reason, created_at
    FROM ${work}follows`);
}
