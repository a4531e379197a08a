import { viewDaysOf } from '@app/community';
import sql from 'sql-template-tag';
import type { Publication } from '../publication';

/**
 * Writes what happened into the event log, at the time when it happened: as an export of our own tells it, or as the
 * rows that have come tell it.
 */
export async function writeHistory(publication: Publication): Promise<void> {
  const { here } = publication;
  await publication.counted(
    'event',
    sql`INSERT INTO domain_events (community_id, id, type, subject_id, actor_id, actor_role, acting_user_id, data, created_at)
      SELECT ${here}, r.id, r.type, coalesce(r.subject_id, ${here}), r.actor_id, r.actor_role, r.acting_user_id, r.data,
        r.created_at
      FROM ${publication.staged('event')} r ORDER BY r.n ON CONFLICT DO NOTHING`,
  );
  const events = publication.staged('event');
  const viewed = sql`(SELECT r.data::jsonb AS data, r.created_at FROM ${events} r WHERE r.type = 'topics.viewed') e`;
  await publication.run(viewDaysOf(here, viewed));
  if (!publication.about.complete) await makeUp(publication);
}

async function makeUp(publication: Publication): Promise<void> {
  const { here, work } = publication;
  const fresh = (what: 'TOPIC' | 'ANSWER' | 'COMMENT') =>
    sql`${work}posts p ON p.id = x.id AND p.fresh AND p.what = ${what}`;
  await publication.run(sql`
    INSERT INTO domain_events (community_id, id, type, subject_id, actor_id, actor_role, data, created_at)
    SELECT ${here}, uuidv7(at - now()), type, id, actor_id, actor_role, data || '{"imported": true}', at FROM (
      SELECT 'member.created' AS type, m.id, NULL::uuid AS actor_id, NULL AS actor_role,
        jsonb_build_object('handle', m.handle, 'role', m.role) AS data, m.created_at AS at
      FROM ${publication.staged('member')} r JOIN members m ON m.community_id = ${here} AND m.id = r.id
      WHERE r.id NOT IN (SELECT id FROM ${work}changed)
      UNION ALL
      SELECT 'topic.asked', x.id, x.author_id, x.author_role, jsonb_build_object('kind', x.kind, 'state', x.state), x.created_at
      FROM topics x JOIN ${fresh('TOPIC')} WHERE x.community_id = ${here}
      UNION ALL
      SELECT 'answer.posted', x.id, x.author_id, x.author_role,
        jsonb_build_object('topicId', x.topic_id, 'followUp', x.follow_up, 'state', x.state), x.created_at
      FROM answers x JOIN ${fresh('ANSWER')} WHERE x.community_id = ${here}
      UNION ALL
      SELECT 'comment.posted', x.id, x.author_id, x.author_role,
        jsonb_build_object('topicId', x.topic_id, 'answerId', x.answer_id, 'state', x.state), x.created_at
      FROM comments x JOIN ${fresh('COMMENT')} WHERE x.community_id = ${here}
      UNION ALL
      SELECT 'answer.marked_solved', x.answer_id, x.member_id, m.role,
        jsonb_build_object('topicId', x.topic_id, 'answerAuthorId', a.author_id, 'followUp', a.author_id = t.author_id), x.created_at
      FROM ${work}solved_marks x JOIN ${work}people m ON m.id = x.member_id
      JOIN ${work}posts a ON a.id = x.answer_id JOIN ${work}posts t ON t.id = x.topic_id
      UNION ALL
      SELECT 'answer.marked_official', x.answer_id, x.marked_by_id, m.role,
        jsonb_build_object('topicId', x.topic_id, 'answerAuthorId', a.author_id, 'ownerId', x.owner_id, 'reviewAt', x.review_at,
          'replacedId', NULL), x.marked_at
      FROM ${work}official_marks x JOIN ${work}people m ON m.id = x.marked_by_id
      JOIN ${work}posts a ON a.id = x.answer_id) happened
    ORDER BY at`);
}
