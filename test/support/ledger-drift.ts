import type { Founder } from './founder';

/** Who was merged into another member is that one; whose word is gone with them gives none. */
const GIVER = `JOIN members g ON g.community_id = k.community_id AND g.id = k.giver_id
  AND (g.erased_at IS NULL OR g.merged_into_id IS NOT NULL)`;

const MARKS = `
  SELECT k.kind, k.topic_id, k.post_id, coalesce(g.merged_into_id, g.id) AS giver_id FROM (
    SELECT s.community_id, 'STAR' AS kind, NULL::uuid AS topic_id, s.answer_id AS post_id, s.member_id AS giver_id FROM stars s
    UNION ALL SELECT s.community_id, 'SOLVED', NULL, s.answer_id, s.member_id FROM solved_marks s
    UNION ALL SELECT o.community_id, 'OFFICIAL', NULL, o.answer_id, o.marked_by_id FROM official_marks o WHERE o.ended_at IS NULL
    UNION ALL SELECT l.community_id, 'DUPLICATE', l.topic_id, l.linked_id, l.confirmed_by_id FROM topic_links l
      WHERE l.kind = 'DUPLICATE' AND l.confirmed_at IS NOT NULL AND l.linked_by_id IS NOT NULL) k
  ${GIVER} WHERE k.community_id = $1`;

const ENTRIES = `
  SELECT k.kind, CASE k.kind WHEN 'DUPLICATE' THEN k.topic_id END AS topic_id, k.post_id, coalesce(g.merged_into_id, g.id) AS giver_id
  FROM (SELECT e.*, e.actor_id AS giver_id FROM reputation_entries e) k ${GIVER}
  WHERE k.community_id = $1 AND k.names_id IS NULL AND NOT EXISTS (
    SELECT FROM reputation_entries r WHERE r.community_id = k.community_id AND r.names_id = k.id AND r.cause IS NOT NULL)`;

/**
 * What the ledger tells of the marks of a community beside the marks themselves, whoever gave them: a line for each mark
 * that stands, and one for each mark only. Exact means: an empty list, after whatever has been done.
 */
export function ledgerDrift(founder: Pick<Founder, 'sql'>, communityKey: string): Promise<object[]> {
  return founder.sql(
    communityKey,
    `(SELECT 'no line' AS what, x.* FROM (${MARKS} EXCEPT ALL ${ENTRIES}) x)
     UNION ALL (SELECT 'no mark', x.* FROM (${ENTRIES} EXCEPT ALL ${MARKS}) x)`,
    [communityKey],
  );
}
