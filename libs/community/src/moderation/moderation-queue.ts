import { Injectable } from '@nestjs/common';
import type { Tx } from '@app/database';
import { newId } from '@app/kernel';
import sql from 'sql-template-tag';
import type { MemberViewer } from '../viewer/viewer';
import type { ModerationCause, ModerationDecision } from './moderation-item.entity';
import type { PostRef } from './post-ref';

/** Where posts wait for the decision of staff. */
@Injectable()
export class ModerationQueue {
  /** A new member's post waits for approval. */
  async hold(tx: Tx, viewer: MemberViewer, post: PostRef): Promise<void> {
    await this.open(tx, viewer, post, 'FIRST_POST');
  }

  /** A post that its author took back needs no decision any more; its flags stay. */
  async withdraw(tx: Tx, viewer: MemberViewer, { topicId, answerId, commentId }: PostRef): Promise<void> {
    await tx.rows(sql`
      DELETE FROM moderation_items WHERE community_id = ${viewer.communityId} AND decided_at IS NULL
        AND (topic_id = ${topicId ?? null} OR answer_id = ${answerId ?? null} OR comment_id = ${commentId ?? null})`);
  }

  /** Staff have decided on a post: an item that is open for it is closed, and its flags are settled. */
  async settle(
    tx: Tx,
    viewer: MemberViewer,
    { topicId, answerId, commentId }: PostRef,
    { decision, reason }: { decision: ModerationDecision; reason: string | null },
  ): Promise<void> {
    await tx.rows(sql`
      WITH settled AS (
        UPDATE flags SET settled_at = now() WHERE community_id = ${viewer.communityId} AND settled_at IS NULL
          AND (topic_id = ${topicId ?? null} OR answer_id = ${answerId ?? null} OR comment_id = ${commentId ?? null}))
      UPDATE moderation_items SET decision = ${decision}, reason = ${reason}, decided_by_id = ${viewer.memberId}, decided_at = now()
      WHERE community_id = ${viewer.communityId} AND decided_at IS NULL
        AND (topic_id = ${topicId ?? null} OR answer_id = ${answerId ?? null} OR comment_id = ${commentId ?? null})`);
  }

  /** Opens an item for a post, unless one is open. */
  async open(tx: Tx, viewer: MemberViewer, post: PostRef, cause: ModerationCause): Promise<void> {
    await tx.rows(sql`
      INSERT INTO moderation_items (community_id, id, topic_id, answer_id, comment_id, cause)
      VALUES (${viewer.communityId}, ${newId()}, ${post.topicId ?? null}, ${post.answerId ?? null}, ${post.commentId ?? null}, ${cause})
      ON CONFLICT DO NOTHING`);
  }
}
