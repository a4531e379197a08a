import sql from 'sql-template-tag';
import { section, type DataSection } from './data-section';

/** The ledger of their help, but for whose word each line is: that would be data of others. */
const LEDGER: readonly DataSection[] = [
  section(
    'reputation',
    ({ communityId, memberId }) => sql`
    SELECT e.id, e.kind AS entry, e.at, e.topic_id AS "topicId", e.post_id AS "postId", e.product_ids AS "productIds",
      e.tag_ids AS "tagIds", e.rule_version AS "ruleVersion", e.refusal, e.names_id AS "names", e.cause, e.note
    FROM reputation_entries e WHERE e.community_id = ${communityId} AND e.subject_id = ANY (ARRAY (
      SELECT m.id FROM members m WHERE m.community_id = ${communityId} AND (m.id = ${memberId} OR m.merged_into_id = ${memberId})))
    ORDER BY e.at, e.id`,
  ),
];

/** How much they helped, as it was last made of the ledger: what leads and the router go by. */
const HELPFULNESS: readonly DataSection[] = [
  section(
    'helpfulness',
    ({ communityId, memberId }) => sql`
    SELECT h.scope, h.scope_id AS "scopeId", h.received, h.expected, h.thread_count AS "threadCount", s.as_of AS "asOf"
    FROM helpfulness h JOIN helpfulness_states s ON s.community_id = h.community_id
    WHERE h.community_id = ${communityId} AND h.member_id = ${memberId} ORDER BY h.scope, h.scope_id`,
  ),
];

/** How they want to be asked whether they can answer topics, what they were asked, and what they said to it. */
const ASKS: readonly DataSection[] = [
  section(
    'routingPreferences',
    ({ communityId, memberId }) => sql`
    SELECT p.asks_a_day AS "asksADay", p.opted_out AS "optedOut", p.away_until AS "awayUntil", ARRAY (
        SELECT g.name FROM muted_tags x JOIN tags g ON g.community_id = x.community_id AND g.id = x.tag_id
        WHERE x.community_id = p.community_id AND x.member_id = p.member_id ORDER BY g.name) AS "mutedTags"
    FROM routing_preferences p WHERE p.community_id = ${communityId} AND p.member_id = ${memberId}`,
  ),
  section(
    'ask',
    ({ communityId, memberId }) => sql`
    SELECT a.topic_id AS "topicId", a.reasons, a.decision, a.decided_at AS "decidedAt", a.pass_reason AS "passReason",
      a.snoozed_until AS "snoozedUntil", a.created_at AS "createdAt"
    FROM topic_asks a WHERE a.community_id = ${communityId} AND a.member_id = ${memberId} ORDER BY a.created_at, a.id`,
  ),
];

/** What they contested, and how leads recognised them. */
const RECOGNITION: readonly DataSection[] = [
  section(
    'reputationDispute',
    ({ communityId, memberId }) => sql`
    SELECT d.entry_id AS "entryId", d.reason, d.outcome, d.note, d.decided_at AS "decidedAt", d.created_at AS "createdAt"
    FROM reputation_disputes d WHERE d.community_id = ${communityId} AND d.member_id = ${memberId} ORDER BY d.created_at, d.id`,
  ),
  section(
    'recognition',
    ({ communityId, memberId }) => sql`
    SELECT r.kind AS recognition, r.badge, r.note, r.withdrawn_at AS "withdrawnAt", r.created_at AS "createdAt"
    FROM recognitions r WHERE r.community_id = ${communityId} AND r.member_id = ${memberId} ORDER BY r.created_at, r.id`,
  ),
];

/** All that is known of how they helped, what was said of it, and how they were asked. */
export const OWN_HELP: readonly DataSection[] = [...LEDGER, ...HELPFULNESS, ...ASKS, ...RECOGNITION];
