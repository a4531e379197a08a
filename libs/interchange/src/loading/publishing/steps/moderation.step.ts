import sql from 'sql-template-tag';
import type { Publication } from '../publication';
import { joinPost, ONE_POST } from './references.step';

/** Writes flags, and what moderation looks at; what is settled in the source now is settled here too. */
export async function writeModeration(publication: Publication): Promise<void> {
  const { here } = publication;
  await publication.run(sql`
    INSERT INTO flags AS f (community_id, id, topic_id, answer_id, comment_id, member_id, reason, note, trusted, settled_at,
      created_at)
    SELECT ${here}, r.id, ${ONE_POST}, r.member_id, r.reason, r.note, r.trusted, r.settled_at, r.created_at
    FROM ${publication.staged('flag')} r ${joinPost(publication)} ORDER BY r.n
    ON CONFLICT DO NOTHING`);
  await publication.run(sql`
    INSERT INTO moderation_items AS i (community_id, id, topic_id, answer_id, comment_id, cause, decision, reason,
      decided_by_id, decided_at, created_at)
    SELECT ${here}, r.id, ${ONE_POST}, r.cause, r.decision, r.reason, r.decided_by_id, r.decided_at, r.created_at
    FROM ${publication.staged('moderation')} r ${joinPost(publication)} ORDER BY r.n
    ON CONFLICT DO NOTHING`);
}
