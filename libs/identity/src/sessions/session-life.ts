import sql from 'sql-template-tag';

/** Days after which a session ends, used or not. */
export const SESSION_DAYS = 90;
/** Days after which a session that nobody used ends. */
export const SESSION_IDLE_DAYS = 14;
/** The same for sessions of people who work for a company, which open more. */
export const STAFF_SESSION_DAYS = 7;
export const STAFF_SESSION_IDLE_HOURS = 12;

/** The condition on a session `s` that is neither ended nor over. Times are the database's. */
export const liveSession = sql`s.revoked_at IS NULL AND s.expires_at > now()
  AND s.last_seen_at > now() - CASE WHEN s.staff THEN make_interval(hours => ${STAFF_SESSION_IDLE_HOURS})
    ELSE make_interval(days => ${SESSION_IDLE_DAYS}) END
  AND (NOT s.staff OR s.created_at > now() - make_interval(days => ${STAFF_SESSION_DAYS}))`;
