import { Injectable } from '@nestjs/common';
import { EventLog, Transactor } from '@app/database';
import { DomainError } from '@app/kernel';
import sql from 'sql-template-tag';
import { requirePermission } from '../access/may';
import { isGone, requireAuthor } from '../posting/post-for-change';
import { ReplyParts } from '../posting/reply-parts';
import type { Viewer } from '../viewer/viewer';
import { lockComment } from './comment-for-change';

/** Lets authors take their comments back. */
@Injectable()
export class CommentRetractingService {
  constructor(
    private readonly transactor: Transactor,
    private readonly events: EventLog,
    private readonly parts: ReplyParts,
  ) {}

  /** Takes a comment back, also from a closed or archived topic; the id of its topic. */
  async retract(viewer: Viewer, commentId: string): Promise<string> {
    requirePermission(viewer, 'participate');
    return this.transactor.run(viewer.communityId, async (tx) => {
      const { comment, topic } = await lockComment(tx, viewer, commentId);
      requireAuthor(viewer, comment);
      if (isGone(comment)) throw DomainError.notFound('comment');
      await tx.rows(sql`
        UPDATE comments SET state = 'RETRACTED', state_reason = NULL WHERE community_id = ${comment.communityId} AND id = ${comment.id}`);
      await this.parts.withdraw(tx, viewer, { commentId: comment.id }, topic.id);
      await this.events.append(tx, viewer, {
        type: 'comment.retracted',
        subjectId: comment.id,
        data: { topicId: topic.id, answerId: comment.answerId },
      });
      return topic.id;
    });
  }
}
