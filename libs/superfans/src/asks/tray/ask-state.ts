import sql, { type Sql } from 'sql-template-tag';
import { WAITS_FOR_PEOPLE } from '../asking/waiting-topics';

/** Days for which an ask that nothing is said to stands in the tray, from when it came or came back. */
const TRAY_DAYS = 7;

/** What has become of an ask, as whoever was asked sees it. */
export const ASK_STATES = ['WAITING', 'SNOOZED', 'ACCEPTED', 'PASSED', 'ANSWERED', 'ENDED'] as const;

/** See {@link ASK_STATES}. */
export type AskState = (typeof ASK_STATES)[number];

/**
 * The state of the ask under the alias `a` about the topic under the alias `t`. It follows from both rows: an ask ends
 * the moment when somebody else answers, or the topic is closed, hidden, archived or merged away; and when nothing was said
 * to it for a week, so that no tray fills up with what nobody will do.
 */
export const ASK_STATE: Sql = sql`CASE
  WHEN EXISTS (SELECT FROM answers r WHERE r.community_id = a.community_id AND r.topic_id = a.topic_id
    AND r.author_id = a.member_id AND r.state = 'VISIBLE' AND r.created_at >= a.created_at) THEN 'ANSWERED'
  WHEN a.decision = 'PASSED' THEN 'PASSED'
  WHEN NOT (${WAITS_FOR_PEOPLE}) THEN 'ENDED'
  WHEN a.snoozed_until > now() THEN 'SNOOZED'
  WHEN a.decision = 'ACCEPTED' THEN 'ACCEPTED'
  WHEN greatest(a.created_at, a.snoozed_until) < now() - make_interval(days => ${TRAY_DAYS}) THEN 'ENDED'
  ELSE 'WAITING' END`;
