import sql, { type Sql } from 'sql-template-tag';

/** Days after "this answered me" within which asking takes it back. */
export const QUIET_DAYS = 7;

/**
 * Whether in the attempt under the alias `a`, which has said "this answered me", somebody asked within the days after:
 * in the attempt itself, or, where a member made it, by any question or problem of theirs.
 */
export const ASKED_ALL_THE_SAME: Sql = sql`(
  (a.asked_at IS NOT NULL AND a.asked_at <= a.answered_at + make_interval(days => ${QUIET_DAYS}))
  OR EXISTS (SELECT FROM topics q WHERE q.community_id = a.community_id AND q.author_id = a.member_id
    AND q.kind IN ('QUESTION', 'PROBLEM') AND q.created_at > a.answered_at
    AND q.created_at <= a.answered_at + make_interval(days => ${QUIET_DAYS})))`;

/** Whether those days are over. */
export const QUIET_IS_OVER: Sql = sql`(a.answered_at <= now() - make_interval(days => ${QUIET_DAYS}))`;
