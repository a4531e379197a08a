import { Injectable } from '@nestjs/common';
import type { Tx } from '@app/database';
import { DomainError } from '@app/kernel';
import sql from 'sql-template-tag';
import { may } from '../access/may';
import { AnswerMarks } from '../marks/answer-marks';
import type { MemberViewer } from '../viewer/viewer';
import type { LockedPost } from './locked-post';
import { ModerationQueue } from './moderation-queue';
import { PostStates } from './post-states';

/**
 * Takes a post out of everybody's sight but the staff's. Marks on an answer end with that: when it is restored it is
 * neither official nor what solved the topic until somebody says so again. Its stars stay.
 */
@Injectable()
export class PostRemoval {
  constructor(
    private readonly states: PostStates,
    private readonly marks: AnswerMarks,
    private readonly queue: ModerationQueue,
  ) {}

  /** Removes a locked post and settles its flags. FORBIDDEN for an official answer where the viewer cannot speak for the company. */
  async remove(tx: Tx, viewer: MemberViewer, post: LockedPost, reason: string): Promise<void> {
    if (!may(viewer, 'speakForCompany') && (await this.isOfficial(tx, post))) {
      throw DomainError.forbidden('remove official answers');
    }
    if (post.answer) await this.marks.end(tx, viewer, post.answer);
    await this.states.set(tx, viewer, post, 'REMOVED', reason);
    await this.queue.settle(tx, viewer, post.ref, { decision: 'REMOVED', reason });
  }

  /** Whether the company's word goes with it: the post is an official answer, or a topic that has one. */
  private async isOfficial(tx: Tx, { ref, answer, topic }: LockedPost): Promise<boolean> {
    if (!ref.topicId) return answer?.official ?? false;
    const mark = await tx.row(sql`
      SELECT FROM official_marks
      WHERE community_id = ${topic.communityId} AND topic_id = ${topic.id} AND ended_at IS NULL`);
    return mark !== null;
  }
}
