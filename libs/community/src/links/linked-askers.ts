import { Injectable } from '@nestjs/common';
import { EventLog, type EventSpec, type Tx } from '@app/database';
import sql from 'sql-template-tag';
import type { Viewer } from '../viewer/viewer';

/** A duplicate whose asker is told, and the solved topic that it was linked to. */
interface LinkedAsker {
  readonly topicId: string;
  readonly askerId: string;
  readonly solvedId: string;
}

/**
 * Tells the askers of duplicates that what theirs was linked to is solved: one event each, once for each time that it
 * is solved, in the transaction in which it is, or in which the link is made.
 */
@Injectable()
export class LinkedAskers {
  constructor(private readonly events: EventLog) {}

  /**
   * What was linked to a topic before that one was merged counts as linked to where it went.
   * @param solvedIds topics that are locked; those that are not solved, or merged away, tell nobody anything
   * @param duplicateId only the asker of this one
   */
  async tell(tx: Tx, viewer: Viewer, solvedIds: readonly string[], duplicateId: string | null = null): Promise<void> {
    const { communityId } = viewer;
    const askers = await tx.rows<LinkedAsker>(sql`
      WITH RECURSIVE merged AS (
        SELECT t.id, t.id AS solved_id, t.resolved_at FROM topics t
        WHERE t.community_id = ${communityId} AND t.id = ANY (${solvedIds}::uuid[]) AND t.resolved_by IS NOT NULL
          AND t.merged_into_id IS NULL
        UNION ALL
        SELECT t.id, m.solved_id, m.resolved_at FROM merged m
        JOIN topics t ON t.community_id = ${communityId} AND t.merged_into_id = m.id)
      SELECT DISTINCT l.topic_id AS "topicId", d.author_id AS "askerId", m.solved_id AS "solvedId"
      FROM merged m
      JOIN topic_links l ON l.community_id = ${communityId} AND l.linked_id = m.id AND l.kind = 'DUPLICATE'
        AND l.rejected_at IS NULL AND l.topic_id <> m.solved_id
      JOIN topics d ON d.community_id = l.community_id AND d.id = l.topic_id
      WHERE (${duplicateId}::uuid IS NULL OR l.topic_id = ${duplicateId}) AND NOT EXISTS (
        SELECT FROM domain_events e WHERE e.community_id = ${communityId} AND e.subject_id = l.topic_id
          AND e.type = 'topic.linked_target_solved' AND e.data ->> 'linkedId' = m.solved_id::text
          AND e.created_at >= m.resolved_at)
      ORDER BY 1, 3`);
    if (askers.length === 0) return;
    await this.events.append(
      tx,
      viewer,
      ...askers.map(({ topicId, askerId, solvedId }): EventSpec => ({
        type: 'topic.linked_target_solved',
        subjectId: topicId,
        data: { linkedId: solvedId, askerId },
      })),
    );
  }
}
