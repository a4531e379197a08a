import { Injectable } from '@nestjs/common';
import { EventLog, selectList, Transactor, type Tx } from '@app/database';
import { DomainError } from '@app/kernel';
import sql from 'sql-template-tag';
import { requirePermission } from '../access/may';
import { AnswerMarks } from '../marks/answer-marks';
import type { MemberViewer, Viewer } from '../viewer/viewer';
import { lockPost, type LockedPost } from './locked-post';
import { ModerationItem, type ModerationDecision } from './moderation-item.entity';
import type { PostRef } from './post-ref';
import { PostStates } from './post-states';

/** What staff decide about a post in the queue. */
export interface DecidePost {
  readonly itemId: string;
  readonly decision: ModerationDecision;
  /** Required where the post is removed: its author is told. */
  readonly reason?: string | null;
}

/** Lets staff decide on the posts that wait for them. */
@Injectable()
export class ModerationService {
  constructor(
    private readonly transactor: Transactor,
    private readonly events: EventLog,
    private readonly states: PostStates,
    private readonly marks: AnswerMarks,
  ) {}

  /** Approves a post or removes it, settles its flags, and closes the item; ALREADY_DECIDED where a colleague was first. */
  async decide(viewer: Viewer, input: DecidePost): Promise<void> {
    requirePermission(viewer, 'curate');
    await this.transactor.run(viewer.communityId, async (tx) => {
      const ref = await this.postOf(tx, viewer, input.itemId);
      // The topic is locked before the item, in the order in which flags come.
      const post = await lockPost(tx, viewer, ref);
      await this.close(tx, viewer, input);
      await this.settleFlags(tx, viewer, ref);
      if (input.decision === 'APPROVED') await this.approve(tx, viewer, post);
      else await this.remove(tx, viewer, post, input.reason ?? null);
      await this.events.append(tx, viewer, {
        type: input.decision === 'APPROVED' ? 'post.approved' : 'post.removed',
        subjectId: post.id,
        data: { itemId: input.itemId, topicId: post.topic.id, reason: input.reason ?? null, from: post.state },
      });
    });
  }

  private async postOf(tx: Tx, viewer: MemberViewer, itemId: string): Promise<PostRef> {
    const item = await tx.row<ModerationItem>(
      sql`SELECT ${selectList(ModerationItem, 'i')} FROM moderation_items i WHERE i.community_id = ${viewer.communityId} AND i.id = ${itemId}`,
    );
    if (!item) throw DomainError.notFound('moderation item');
    if (item.answerId) return { answerId: item.answerId };
    return item.commentId ? { commentId: item.commentId } : { topicId: item.topicId ?? '' };
  }

  private async close(tx: Tx, viewer: MemberViewer, { itemId, decision, reason }: DecidePost): Promise<void> {
    const closed = await tx.row(sql`
      UPDATE moderation_items SET decision = ${decision}, reason = ${reason ?? null}, decided_by_id = ${viewer.memberId}, decided_at = now()
      WHERE community_id = ${viewer.communityId} AND id = ${itemId} AND decided_at IS NULL RETURNING id`);
    if (!closed)
      throw new DomainError('ALREADY_DECIDED', 'A colleague has decided on this post: read the queue again.');
  }

  private async settleFlags(tx: Tx, viewer: MemberViewer, { topicId, answerId, commentId }: PostRef): Promise<void> {
    await tx.rows(sql`
      UPDATE flags SET settled_at = now() WHERE community_id = ${viewer.communityId} AND settled_at IS NULL
        AND (topic_id = ${topicId ?? null} OR answer_id = ${answerId ?? null} OR comment_id = ${commentId ?? null})`);
  }

  private async approve(tx: Tx, viewer: MemberViewer, post: LockedPost): Promise<void> {
    if (post.state === 'HELD' || post.state === 'HIDDEN') await this.states.set(tx, viewer, post, 'VISIBLE', null);
  }

  private async remove(tx: Tx, viewer: MemberViewer, post: LockedPost, reason: string | null): Promise<void> {
    if (!reason) throw DomainError.invalid('Say why the post is removed: its author is told.');
    if (post.answer) await this.marks.end(tx, viewer, post.answer);
    await this.states.set(tx, viewer, post, 'REMOVED', reason);
  }
}
