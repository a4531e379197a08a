import { Injectable } from '@nestjs/common';
import { EventLog, Transactor, type Tx } from '@app/database';
import { DomainError, newId } from '@app/kernel';
import sql from 'sql-template-tag';
import { requirePermission } from '../access/may';
import { effectiveSettings } from '../communities/community-settings';
import { isTrusted } from '../posting/trusted';
import type { MemberViewer, Viewer } from '../viewer/viewer';
import type { FlagReason } from './flag.entity';
import { lockPost, type LockedPost } from './locked-post';
import { ModerationQueue } from './moderation-queue';
import type { PostRef } from './post-ref';
import { PostStates } from './post-states';

/** A member's word that a post should not stand. */
export interface FlagPost {
  readonly post: PostRef;
  readonly reason: FlagReason;
  readonly note?: string | null;
}

/** Takes flags. The first one brings the post before staff; enough trusted ones hide it until staff decide. */
@Injectable()
export class FlaggingService {
  constructor(
    private readonly transactor: Transactor,
    private readonly events: EventLog,
    private readonly queue: ModerationQueue,
    private readonly states: PostStates,
  ) {}

  /** Flags a post; a second flag by the same member, while the first is open, changes nothing. */
  async flag(viewer: Viewer, input: FlagPost): Promise<void> {
    requirePermission(viewer, 'participate');
    await this.transactor.run(viewer.communityId, async (tx) => {
      const post = await lockPost(tx, viewer, input.post);
      if (post.authorId === viewer.memberId)
        throw new DomainError('FORBIDDEN', 'This is your own post: edit it, or take it back.');
      if (post.state === 'REMOVED' || post.state === 'RETRACTED') throw DomainError.notFound('post');
      if (!(await this.keep(tx, viewer, input))) return;
      await this.queue.open(tx, viewer, input.post, 'FLAGS');
      await this.events.append(tx, viewer, {
        type: 'post.flagged',
        subjectId: post.id,
        data: { reason: input.reason, topicId: post.topic.id },
      });
      await this.hideWhenEnough(tx, viewer, post);
    });
  }

  private keep(tx: Tx, viewer: MemberViewer, { post, reason, note }: FlagPost): Promise<object | null> {
    return tx.row(sql`
      INSERT INTO flags (community_id, id, member_id, topic_id, answer_id, comment_id, reason, note, trusted)
      VALUES (${viewer.communityId}, ${newId()}, ${viewer.memberId}, ${post.topicId ?? null}, ${post.answerId ?? null},
        ${post.commentId ?? null}, ${reason}, ${note ?? ''}, ${isTrusted(viewer)})
      ON CONFLICT DO NOTHING RETURNING id`);
  }

  private async hideWhenEnough(tx: Tx, viewer: MemberViewer, post: LockedPost): Promise<void> {
    if (post.state !== 'VISIBLE') return;
    const { flagsToHide } = effectiveSettings(viewer.community.settings);
    const { topicId, answerId, commentId } = post.ref;
    const count = await tx.row<{ trusted: number }>(sql`
      SELECT count(*)::int AS trusted FROM flags WHERE community_id = ${viewer.communityId} AND trusted AND settled_at IS NULL
        AND (topic_id = ${topicId ?? null} OR answer_id = ${answerId ?? null} OR comment_id = ${commentId ?? null})`);
    if ((count?.trusted ?? 0) < flagsToHide) return;
    await this.states.set(tx, viewer, post, 'HIDDEN', 'Flagged by members; staff will decide.');
    const system = { communityId: viewer.communityId, memberId: null, role: null, actingUserId: null };
    await this.events.append(tx, system, {
      type: 'post.hidden',
      subjectId: post.id,
      data: { flags: count?.trusted, topicId: post.topic.id },
    });
  }
}
