import sql, { type Sql } from 'sql-template-tag';
import { CAUTION, PRIOR } from './helpfulness';

/** Whoever surely helps less than this part of what others beside them do is spared to those who ask. */
const LEAST = 0.5;

/**
 * The keys of members whose answers surely help less than half as much as those of others beside them, wherever in the
 * community: `most` of `helpfulnessIn` without a product or a tag, as it was made last. One column, `member_id`.
 */
export function hardlyHelpful(communityId: string): Sql {
  const likely = sql`((${PRIOR}::float8 + h.received) / (${PRIOR}::float8 + h.expected))`;
  return sql`
    SELECT h.member_id FROM helpfulness h
    WHERE h.community_id = ${communityId} AND h.scope = 'COMMUNITY'
      AND ${likely} + ${CAUTION}::float8 * sqrt(${likely} / (${PRIOR}::float8 + h.expected)) < ${LEAST}::float8`;
}
