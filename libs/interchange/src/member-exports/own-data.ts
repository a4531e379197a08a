import sql, { type Sql } from 'sql-template-tag';

/** Whose data it is. */
export interface DataOwner {
  readonly communityId: string;
  readonly memberId: string;
  /** The identity behind the member. */
  readonly userId: string;
}

/** One kind of line in the file, and the rows that become such lines. */
export interface DataSection {
  readonly kind: string;
  rows(owner: DataOwner): Sql;
}

const section = (kind: string, rows: DataSection['rows']): DataSection => ({ kind, rows });

/** What is known of them as a person, in the community and in the installation. Secrets and hashes of them are left out. */
const PERSON: readonly DataSection[] = [
  section(
    'profile',
    ({ communityId, memberId }) => sql`
    SELECT c.slug AS community, m.id, m.handle, m.display_name AS "displayName", m.role, m.seat AS "hasSeat", m.title,
      m.bio, m.locale, m.suspended_until AS "suspendedUntil", m.suspended_reason AS "suspendedReason",
      m.follower_count AS "followerCount", m.created_at AS "joinedAt"
    FROM members m JOIN communities c ON c.id = m.community_id
    WHERE m.community_id = ${communityId} AND m.id = ${memberId}`,
  ),
  section(
    'account',
    ({ userId }) => sql`
    SELECT u.email, u.email_verified_at AS "emailVerifiedAt", u.created_at AS "createdAt" FROM users u WHERE u.id = ${userId}`,
  ),
  section(
    'session',
    ({ userId }) => sql`
    SELECT s.user_agent AS "userAgent", s.created_at AS "createdAt", s.last_seen_at AS "lastSeenAt",
      s.expires_at AS "expiresAt", s.revoked_at AS "endedAt"
    FROM sessions s WHERE s.user_id = ${userId} ORDER BY s.id`,
  ),
  section(
    'apiKey',
    ({ userId }) => sql`
    SELECT k.name, k.scopes, k.created_at AS "createdAt", k.last_used_at AS "lastUsedAt", k.expires_at AS "expiresAt",
      k.revoked_at AS "revokedAt"
    FROM api_keys k WHERE k.user_id = ${userId} ORDER BY k.id`,
  ),
  section(
    'accountEvent',
    ({ userId }) => sql`
    SELECT e.type, e.created_at AS "createdAt" FROM identity_events e WHERE e.user_id = ${userId} ORDER BY e.id`,
  ),
];

/** What they wrote. Of the posts of others there is nothing but the key, or the code that stands in addresses. */
const POSTS: readonly DataSection[] = [
  section(
    'topic',
    ({ communityId, memberId }) => sql`
    SELECT t.id, t.code, t.kind AS "topicKind", t.status, t.title, t.body, t.locale, t.product_version AS "productVersion",
      t.sentiment_face AS face, t.sentiment_feeling AS feeling, t.visibility, t.state, t.state_reason AS "stateReason",
      t.resolution, t.me_too_count AS "meTooCount", t.view_count AS "viewCount", t.edited_at AS "editedAt",
      t.created_at AS "createdAt", ARRAY (SELECT g.name FROM topic_tags x
        JOIN tags g ON g.community_id = x.community_id AND g.id = x.tag_id
        WHERE x.community_id = t.community_id AND x.topic_id = t.id ORDER BY g.name) AS tags
    FROM topics t WHERE t.community_id = ${communityId} AND t.author_id = ${memberId} ORDER BY t.created_at, t.id`,
  ),
  section(
    'answer',
    ({ communityId, memberId }) => sql`
    SELECT a.id, a.topic_id AS "topicId", a.body, a.follow_up AS "isFollowUp", a.official AS "isOfficial",
      a.solved AS "isSolution", a.star_count AS "starCount", a.state, a.state_reason AS "stateReason",
      a.edited_at AS "editedAt", a.created_at AS "createdAt"
    FROM answers a WHERE a.community_id = ${communityId} AND a.author_id = ${memberId} ORDER BY a.created_at, a.id`,
  ),
  section(
    'comment',
    ({ communityId, memberId }) => sql`
    SELECT c.id, c.topic_id AS "topicId", c.answer_id AS "answerId", c.body, c.state, c.state_reason AS "stateReason",
      c.edited_at AS "editedAt", c.created_at AS "createdAt"
    FROM comments c WHERE c.community_id = ${communityId} AND c.author_id = ${memberId} ORDER BY c.created_at, c.id`,
  ),
  section(
    'article',
    ({ communityId, memberId }) => sql`
    SELECT x.id, x.slug, x.title, x.summary, x.body, x.locale, x.state, x.edited_at AS "editedAt", x.created_at AS "createdAt"
    FROM articles x WHERE x.community_id = ${communityId} AND x.author_id = ${memberId} ORDER BY x.id`,
  ),
  section(
    'articleRevision',
    ({ communityId, memberId }) => sql`
    SELECT r.article_id AS "articleId", r.version, r.title, r.summary, r.body, r.created_at AS "createdAt"
    FROM article_revisions r
    WHERE r.community_id = ${communityId} AND r.editor_id = ${memberId} ORDER BY r.article_id, r.version`,
  ),
  ...(['topic', 'answer', 'comment'] as const).map((post) => section('revision', (owner) => revisionsOf(post, owner))),
];

/** Earlier texts of their own posts, as far as they wrote them themselves. */
function revisionsOf(post: 'topic' | 'answer' | 'comment', { communityId, memberId }: DataOwner): Sql {
  const columns = sql`r.version, r.title, r.body, r.created_at AS "createdAt"`;
  const own = sql`p.community_id = ${communityId} AND p.author_id = ${memberId} AND r.editor_id = ${memberId}
    ORDER BY p.created_at, p.id, r.version`;
  if (post === 'topic')
    return sql`SELECT p.id AS "topicId", ${columns} FROM topics p
      JOIN revisions r ON r.community_id = p.community_id AND r.topic_id = p.id WHERE ${own}`;
  return post === 'answer'
    ? sql`SELECT p.id AS "answerId", ${columns} FROM answers p
        JOIN revisions r ON r.community_id = p.community_id AND r.answer_id = p.id WHERE ${own}`
    : sql`SELECT p.id AS "commentId", ${columns} FROM comments p
        JOIN revisions r ON r.community_id = p.community_id AND r.comment_id = p.id WHERE ${own}`;
}

/** What they said of posts, and whom and what they follow. */
const MARKS: readonly DataSection[] = [
  section(
    'star',
    ({ communityId, memberId }) => sql`
    SELECT s.answer_id AS "answerId", s.created_at AS "createdAt" FROM stars s
    WHERE s.community_id = ${communityId} AND s.member_id = ${memberId} ORDER BY s.created_at`,
  ),
  section(
    'solvedMark',
    ({ communityId, memberId }) => sql`
    SELECT s.answer_id AS "answerId", s.created_at AS "createdAt" FROM solved_marks s
    WHERE s.community_id = ${communityId} AND s.member_id = ${memberId} ORDER BY s.created_at`,
  ),
  section(
    'officialMark',
    ({ communityId, memberId }) => sql`
    SELECT o.answer_id AS "answerId", o.marked_at AS "createdAt", o.review_at AS "reviewAt", o.ended_at AS "endedAt"
    FROM official_marks o WHERE o.community_id = ${communityId} AND o.marked_by_id = ${memberId} ORDER BY o.marked_at`,
  ),
  section(
    'meToo',
    ({ communityId, memberId }) => sql`
    SELECT coalesce(m.moved_from_id, m.topic_id) AS "topicId", m.created_at AS "createdAt" FROM me_toos m
    WHERE m.community_id = ${communityId} AND m.member_id = ${memberId} ORDER BY m.created_at`,
  ),
  section(
    'articleVote',
    ({ communityId, memberId }) => sql`
    SELECT v.article_id AS "articleId", v.still_right AS "stillRight", v.created_at AS "createdAt" FROM article_votes v
    WHERE v.community_id = ${communityId} AND v.member_id = ${memberId} ORDER BY v.created_at, v.article_id`,
  ),
  section(
    'follow',
    ({ communityId, memberId }) => sql`
    SELECT coalesce(f.moved_from_id, f.topic_id) AS "topicId", f.tag_id AS "tagId", f.product_id AS "productId",
      f.person_id AS "memberId", f.reason, f.created_at AS "createdAt"
    FROM follows f WHERE f.community_id = ${communityId} AND f.member_id = ${memberId} ORDER BY f.created_at, f.id`,
  ),
  section(
    'topicLink',
    ({ communityId, memberId }) => sql`
    SELECT l.topic_id AS "topicId", l.linked_id AS "linkedId", l.kind AS link, l.created_at AS "createdAt"
    FROM topic_links l WHERE l.community_id = ${communityId} AND l.linked_by_id = ${memberId} ORDER BY l.created_at, l.topic_id`,
  ),
  section(
    'askAttempt',
    ({ communityId, memberId }) => sql`
    SELECT x.id, x.answered_id AS "answeredId", x.answered_at AS "answeredAt", x.me_too_topic_id AS "meTooTopicId",
      x.asked_topic_id AS "askedTopicId", x.created_at AS "createdAt"
    FROM ask_attempts x WHERE x.community_id = ${communityId} AND x.member_id = ${memberId} ORDER BY x.created_at, x.id`,
  ),
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
  section(
    'flag',
    ({ communityId, memberId }) => sql`
    SELECT coalesce(f.topic_id, f.answer_id, f.comment_id) AS "postId", f.reason, f.note, f.settled_at AS "settledAt",
      f.created_at AS "createdAt"
    FROM flags f WHERE f.community_id = ${communityId} AND f.member_id = ${memberId} ORDER BY f.created_at, f.id`,
  ),
];

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

/** What they looked for, and what they opened of what was found. */
const SEARCHES: readonly DataSection[] = [
  section(
    'search',
    ({ communityId, memberId }) => sql`
    SELECT s.query, s.result_count AS "resultCount", s.searched_at AS "createdAt", ARRAY (
        SELECT c.thing_id FROM search_clicks c
        WHERE c.community_id = s.community_id AND c.search_id = s.id ORDER BY c.clicked_at) AS opened
    FROM searches s WHERE s.community_id = ${communityId} AND s.member_id = ${memberId} ORDER BY s.searched_at, s.id`,
  ),
];

/** What the log tells of them: what was done to them with its data, and what they did, without what it says of others. */
const EVENTS: readonly DataSection[] = [
  section(
    'eventAboutMe',
    ({ communityId, memberId }) => sql`
    SELECT e.type, e.data, e.created_at AS "createdAt" FROM domain_events e
    WHERE e.community_id = ${communityId} AND e.subject_id = ${memberId} ORDER BY e.id`,
  ),
  section(
    'eventByMe',
    ({ communityId, memberId }) => sql`
    SELECT e.type, e.subject_id AS "subjectId", e.actor_role AS role, e.created_at AS "createdAt" FROM domain_events e
    WHERE e.community_id = ${communityId} AND e.actor_id = ${memberId} AND e.subject_id <> ${memberId} ORDER BY e.id`,
  ),
];

/** All that is known of a member, in the order of the file. There are no mail preferences yet. */
export const OWN_DATA: readonly DataSection[] = [
  ...PERSON,
  ...POSTS,
  ...MARKS,
  ...LEDGER,
  ...HELPFULNESS,
  ...ASKS,
  ...SEARCHES,
  ...EVENTS,
];
