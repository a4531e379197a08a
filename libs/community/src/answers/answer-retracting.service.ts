import { Injectable } from '@nestjs/common';
import { EventLog, Transactor } from '@app/database';
import { DomainError } from '@app/kernel';
import sql from 'sql-template-tag';
import { requirePermission } from '../access/may';
import { AnswerMarks } from '../marks/answer-marks';
import { isGone, requireAuthor } from '../posting/post-for-change';
import { ReplyParts } from '../posting/reply-parts';
import type { Viewer } from '../viewer/viewer';
import { lockAnswer } from './answer-for-change';

/** Lets authors take their answers back. */
@Injectable()
export class AnswerRetractingService {
  constructor(
    private readonly transactor: Transactor,
    private readonly events: EventLog,
    private readonly marks: AnswerMarks,
    private readonly parts: ReplyParts,
  ) {}

  /** Takes an answer back, also from a closed or archived topic, and ends the marks on it; the id of its topic. */
  async retract(viewer: Viewer, answerId: string): Promise<string> {
    requirePermission(viewer, 'participate');
    return this.transactor.run(viewer.communityId, async (tx) => {
      const { answer, topic } = await lockAnswer(tx, viewer, answerId);
      requireAuthor(viewer, answer);
      if (isGone(answer)) throw DomainError.notFound('answer');
      await tx.rows(sql`
        UPDATE answers SET state = 'RETRACTED', state_reason = NULL WHERE community_id = ${answer.communityId} AND id = ${answer.id}`);
      await this.marks.end(tx, viewer, answer);
      await this.parts.withdraw(tx, viewer, { answerId: answer.id }, topic.id);
      await this.events.append(tx, viewer, {
        type: 'answer.retracted',
        subjectId: answer.id,
        data: { topicId: topic.id },
      });
      return topic.id;
    });
  }
}
