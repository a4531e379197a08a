import { Injectable } from '@nestjs/common';
import type { Tx } from '@app/database';
import sql, { type Sql } from 'sql-template-tag';
import { effectiveSettings } from '../communities/community-settings';
import type { Viewer } from '../viewer/viewer';
import { ResolutionEvents, type Resolved } from './resolution-events';

/** What is counted anew. */
export interface Tally {
  readonly communityId: string;
  /** The setting of the community. */
  readonly readersToSolve: number;
  /** The end of a condition that begins with the id of a topic: `= ANY (…)`, `IN (SELECT …)`. */
  readonly topics: Sql;
  /** The topics have just been active and move up in lists; closed ones do not. */
  readonly active: boolean;
}

/**
 * The one place where a topic's answers and comments are counted and its resolution is derived, from the rows
 * themselves. The caller holds the topics' rows locked, so that what is counted is what stands.
 */
@Injectable()
export class TopicTally {
  constructor(private readonly resolutions: ResolutionEvents) {}

  /** Counts anew and tells what was resolved by it, or is no longer; with `active`, the topics have just been active and move up in lists (closed ones do not). */
  async refresh(tx: Tx, viewer: Viewer, topicIds: readonly string[], { active = false } = {}): Promise<void> {
    if (topicIds.length === 0) return;
    const { communityId } = viewer;
    const { readersToSolve } = effectiveSettings(viewer.community.settings);
    const topics = sql`= ANY (${topicIds}::uuid[])`;
    const tally = tallyStatement({ communityId, readersToSolve, topics, active });
    const counted = await tx.rows<Resolved>(sql`${tally} RETURNING t.id, f.was, t.resolved_by AS "by"`);
    await this.resolutions.tell(tx, viewer, counted);
  }
}

/**
 * The statement that counts anew. A topic that was not resolved and is now, is resolved from this moment on, or since
 * the moment that its row names already: imports know when it was.
 */
export function tallyStatement({ communityId, readersToSolve, topics, active }: Tally): Sql {
  return sql`
  WITH found AS (
    SELECT t.id, t.resolved_by AS was,
      count(a.id) FILTER (WHERE a.state = 'VISIBLE') AS answers,
      count(a.id) FILTER (WHERE a.state = 'VISIBLE' AND NOT a.follow_up) AS peer_answers,
      min(a.created_at) FILTER (WHERE a.state = 'VISIBLE' AND NOT a.follow_up) AS first_answer_at,
      (SELECT count(*) FROM comments c LEFT JOIN answers ca ON ca.community_id = c.community_id AND ca.id = c.answer_id
        WHERE c.community_id = t.community_id AND c.topic_id = t.id AND c.state = 'VISIBLE'
          AND (c.answer_id IS NULL OR ca.state = 'VISIBLE')) AS comments,
      CASE
        WHEN bool_or(a.solved AND a.state = 'VISIBLE') THEN 'ASKER'
        WHEN bool_or(a.official AND a.state = 'VISIBLE') OR t.status = 'COMPLETE' THEN 'STAFF'
        WHEN max(a.trusted_star_count) FILTER (WHERE a.state = 'VISIBLE' AND NOT a.follow_up) >= ${readersToSolve} THEN 'READERS'
      END AS resolved_by
    FROM topics t LEFT JOIN answers a ON a.community_id = t.community_id AND a.topic_id = t.id
    WHERE t.community_id = ${communityId} AND t.id ${topics}
    GROUP BY t.community_id, t.id),
  remarks AS (
    UPDATE answers a SET comment_count = r.n
    FROM (SELECT a.id, count(c.id) FILTER (WHERE c.state = 'VISIBLE') AS n
      FROM answers a LEFT JOIN comments c ON c.community_id = a.community_id AND c.answer_id = a.id
      WHERE a.community_id = ${communityId} AND a.topic_id ${topics} GROUP BY a.id) r
    WHERE a.community_id = ${communityId} AND a.id = r.id AND a.comment_count <> r.n)
  UPDATE topics t SET
    answer_count = f.answers,
    reply_count = f.answers + f.comments,
    first_answer_at = f.first_answer_at,
    resolved_by = f.resolved_by,
    resolution = CASE WHEN f.resolved_by IS NOT NULL THEN 'SOLVED' WHEN f.peer_answers > 0 THEN 'ANSWERED' ELSE 'UNANSWERED' END,
    unanswered = f.resolved_by IS NULL AND f.peer_answers = 0,
    resolved_at = CASE
      WHEN f.resolved_by IS NULL THEN NULL
      WHEN t.resolved_by IS NULL THEN coalesce(t.resolved_at, now())
      ELSE t.resolved_at END,
    last_activity_at = CASE WHEN ${active} AND t.closed_at IS NULL AND t.archived_at IS NULL THEN now() ELSE t.last_activity_at END
  FROM found f WHERE t.community_id = ${communityId} AND t.id = f.id`;
}
