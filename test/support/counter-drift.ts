import type { Founder } from './founder';

/** A kept value that its rows do not bear out. */
export interface Drift {
  /** Table and column. */
  readonly counter: string;
  readonly id: string;
  readonly kept: string | null;
  readonly counted: string | null;
}

/** What is kept about the rows `x` of a table, by column, with what the rows behind it say. */
type Checks = Readonly<Record<string, string>>;

const ANSWERS = `FROM answers a WHERE a.community_id = x.community_id AND a.topic_id = x.id AND a.state = 'VISIBLE'`;
const PEER_ANSWERS = `${ANSWERS} AND a.author_id <> x.author_id`;
const COMMENTS = `FROM comments c WHERE c.community_id = x.community_id AND c.state = 'VISIBLE'`;
const ANSWERS_HIDDEN = `SELECT a.id FROM answers a WHERE a.community_id = x.community_id AND a.state <> 'VISIBLE'`;
const STARS = `FROM stars s WHERE s.community_id = x.community_id AND s.answer_id = x.id`;
const CURRENT_MARKS = `FROM official_marks o WHERE o.community_id = x.community_id AND o.ended_at IS NULL`;
const SOLVED_MARKS = `FROM solved_marks m WHERE m.community_id = x.community_id`;
const READERS_TO_SOLVE = `(SELECT coalesce((settings->>'readersToSolve')::int, 3) FROM communities WHERE id = x.community_id)`;

const RESOLVED_BY = `CASE
  WHEN EXISTS (SELECT ${SOLVED_MARKS} AND m.answer_id IN (SELECT a.id ${ANSWERS})) THEN 'ASKER'
  WHEN x.status = 'COMPLETE' OR EXISTS (SELECT ${CURRENT_MARKS} AND o.answer_id IN (SELECT a.id ${ANSWERS})) THEN 'STAFF'
  WHEN EXISTS (SELECT FROM stars s WHERE s.community_id = x.community_id AND s.trusted
    AND s.answer_id IN (SELECT a.id ${PEER_ANSWERS}) GROUP BY s.answer_id HAVING count(*) >= ${READERS_TO_SOLVE}) THEN 'READERS'
  END`;
const RESOLUTION = `CASE WHEN (${RESOLVED_BY}) IS NOT NULL THEN 'SOLVED'
  WHEN EXISTS (SELECT ${PEER_ANSWERS}) THEN 'ANSWERED' ELSE 'UNANSWERED' END`;

const CHECKS: Readonly<Record<string, Checks>> = {
  topics: {
    answer_count: `(SELECT count(*) ${ANSWERS})`,
    reply_count: `(SELECT count(*) ${ANSWERS}) + (SELECT count(*) ${COMMENTS} AND c.topic_id = x.id
      AND (c.answer_id IS NULL OR c.answer_id NOT IN (${ANSWERS_HIDDEN})))`,
    me_too_count: `x.me_too_base + (SELECT count(*) FROM me_toos m WHERE m.community_id = x.community_id AND m.topic_id = x.id)`,
    follower_count: `(SELECT count(*) FROM follows f WHERE f.community_id = x.community_id AND f.topic_id = x.id)`,
    view_count: `(SELECT coalesce(sum((e.data->>x.id::text)::int), 0) FROM domain_events e
      WHERE e.community_id = x.community_id AND e.type = 'topics.viewed')`,
    first_answer_at: `(SELECT min(a.created_at) ${PEER_ANSWERS})`,
    resolved_by: RESOLVED_BY,
    resolution: RESOLUTION,
    unanswered: `(${RESOLUTION}) = 'UNANSWERED'`,
    resolved_at: `CASE WHEN (${RESOLVED_BY}) IS NULL THEN NULL ELSE coalesce(x.resolved_at, 'infinity') END`,
  },
  answers: {
    star_count: `(SELECT count(*) ${STARS}) + (SELECT coalesce(sum(v.up), 0) FROM vote_totals v
      WHERE v.community_id = x.community_id AND v.post_id = x.id)`,
    trusted_star_count: `(SELECT count(*) ${STARS} AND s.trusted)`,
    comment_count: `(SELECT count(*) ${COMMENTS} AND c.answer_id = x.id)`,
    official: `EXISTS (SELECT ${CURRENT_MARKS} AND o.answer_id = x.id AND o.topic_id = x.topic_id)`,
    solved: `EXISTS (SELECT ${SOLVED_MARKS} AND m.answer_id = x.id AND m.topic_id = x.topic_id)`,
    follow_up: `x.author_id = (SELECT t.author_id FROM topics t WHERE t.community_id = x.community_id AND t.id = x.topic_id)`,
  },
  comments: {
    topic_id: `coalesce((SELECT a.topic_id FROM answers a WHERE a.community_id = x.community_id AND a.id = x.answer_id), x.topic_id)`,
  },
  articles: {
    still_right_count: `(SELECT count(*) FROM article_votes v WHERE v.community_id = x.community_id AND v.article_id = x.id AND v.still_right)`,
    not_right_count: `(SELECT count(*) FROM article_votes v WHERE v.community_id = x.community_id AND v.article_id = x.id AND NOT v.still_right)`,
  },
  tags: {
    topic_count: `(SELECT count(*) FROM topic_tags tt JOIN topics t ON t.community_id = tt.community_id AND t.id = tt.topic_id
      WHERE tt.community_id = x.community_id AND tt.tag_id = x.id AND t.state = 'VISIBLE' AND t.visibility = 'PUBLIC'
        AND t.archived_at IS NULL AND t.merged_into_id IS NULL)`,
    follower_count: `(SELECT count(*) FROM follows f WHERE f.community_id = x.community_id AND f.tag_id = x.id)`,
  },
  products: {
    follower_count: `(SELECT count(*) FROM follows f WHERE f.community_id = x.community_id AND f.product_id = x.id)`,
  },
  members: {
    follower_count: `(SELECT count(*) FROM follows f WHERE f.community_id = x.community_id AND f.person_id = x.id)`,
  },
};

/**
 * Compares every counter and every derived value of a community with the rows it stands for, by statements of its
 * own. Exact means: an empty list, after whatever has been done.
 */
export async function counterDrift(founder: Pick<Founder, 'sql'>, communityKey: string): Promise<Drift[]> {
  const checks = Object.entries(CHECKS).flatMap(([table, columns]) =>
    Object.entries(columns).map(
      ([
        column,
        counted,
      ]) => `SELECT '${table}.${column}' AS counter, x.id, x.${column}::text AS kept, (${counted})::text AS counted
        FROM ${table} x WHERE x.community_id = $1`,
    ),
  );
  return founder.sql<Drift>(
    communityKey,
    `SELECT * FROM (${checks.join(' UNION ALL ')}) d WHERE kept IS DISTINCT FROM counted ORDER BY counter, id`,
    [communityKey],
  );
}
