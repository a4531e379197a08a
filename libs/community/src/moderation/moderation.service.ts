import { Injectable } from '@nestjs/common';
import { EventLog, selectList, Transactor, type Tx } from '@app/database';
import { DomainError } from '@app/kernel';
import sql from 'sql-template-tag';
import { requirePermission } from '../access/may';
import type { MemberViewer, Viewer } from '../viewer/viewer';
import { lockPost, type LockedPost } from './locked-post';
import { ModerationItem, type ModerationDecision } from './moderation-item.entity';
import { ModerationQueue } from './moderation-queue';
import { PostRemoval } from './post-removal';
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
    private readonly removal: PostRemoval,
    private readonly queue: ModerationQueue,
  ) {}

  /** Approves a post or removes it, settles its flags, and closes the item; ALREADY_DECIDED where a colleague was first. */
  async decide(viewer: Viewer, input: DecidePost): Promise<void> {
    requirePermission(viewer, 'curate');
    await this.transactor.run(viewer.communityId, async (tx) => {
      const ref = await this.postOf(tx, viewer, input.itemId);
      // The topic is locked before the item, in the order in which flags come.
      const post = await lockPost(tx, viewer, ref);
      await this.requireOpen(tx, viewer, input.itemId);
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

  /** A colleague who decides at the same moment waits for the post's lock, and then finds the item closed. */
  private async requireOpen(tx: Tx, { communityId }: MemberViewer, itemId: string): Promise<void> {
    const open = await tx.row(sql`
      SELECT FROM moderation_items WHERE community_id = ${communityId} AND id = ${itemId} AND decided_at IS NULL`);
    if (!open) throw new DomainError('ALREADY_DECIDED', 'A colleague has decided on this post: read the queue again.');
  }

  private async approve(tx: Tx, viewer: MemberViewer, post: LockedPost): Promise<void> {
    if (post.state === 'HELD' || post.state === 'HIDDEN') await this.states.set(tx, viewer, post, 'VISIBLE', null);
    await this.queue.settle(tx, viewer, post.ref, { decision: 'APPROVED', reason: null });
  }

  private async remove(tx: Tx, viewer: MemberViewer, post: LockedPost, reason: string | null): Promise<void> {
    if (!reason) throw DomainError.invalid('Say why the post is removed: its author is told.');
    await this.removal.remove(tx, viewer, post, reason);
  }
}
