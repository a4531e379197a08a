import sql, { type Sql } from 'sql-template-tag';
import { WAITS_FOR_PEOPLE } from '../asking/waiting-topics';

/** What has become of an ask, as whoever was asked sees it. */
export const ASK_STATES = ['WAITING', 'SNOOZED', 'ACCEPTED', 'PASSED', 'ANSWERED', 'ENDED'] as const;

/** See {@link ASK_STATES}. */
export type AskState = (typeof ASK_STATES)[number];

/**
 * The state of the ask under the alias `a` about the topic under the alias `t`. It follows from both rows: an ask ends
 * the moment when somebody else answers, or the topic is closed, hidden, archived or merged away.
 */
export const ASK_STATE: Sql = sql`CASE
  WHEN EXISTS (SELECT FROM answers r WHERE r.community_id = a.community_id AND r.topic_id = a.topic_id
    AND r.author_id = a.member_id AND r.state = 'VISIBLE' AND r.created_at >= a.created_at) THEN 'ANSWERED'
  WHEN a.decision = 'PASSED' THEN 'PASSED'
  WHEN NOT (${WAITS_FOR_PEOPLE}) THEN 'ENDED'
  WHEN a.snoozed_until > now() THEN 'SNOOZED'
  WHEN a.decision = 'ACCEPTED' THEN 'ACCEPTED'
  ELSE 'WAITING' END`;
