import sql, { type Sql } from 'sql-template-tag';

/** For so many days after it was asked people are looked for who may answer a topic. */
export const ROUTED_DAYS = 7;

/** What of the topics under the alias `t` everybody may answer, and nobody but the asker and staff has: it waits for people. */
export const WAITS_FOR_PEOPLE: Sql = sql`t.kind IN ('QUESTION', 'PROBLEM') AND t.unanswered AND t.state = 'VISIBLE'
  AND t.visibility = 'PUBLIC' AND t.closed_at IS NULL AND t.archived_at IS NULL AND t.merged_into_id IS NULL`;

/** The same, where it was asked lately: what is older is not routed. */
export const MAY_BE_ROUTED: Sql = sql`${WAITS_FOR_PEOPLE} AND t.created_at > now() - make_interval(days => ${ROUTED_DAYS})`;
