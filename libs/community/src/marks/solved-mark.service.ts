import { Injectable } from '@nestjs/common';
import { EventLog, Transactor, type Tx } from '@app/database';
import { DomainError } from '@app/kernel';
import sql from 'sql-template-tag';
import { requirePermission } from '../access/may';
import { lockAnswer, requireVisible, type AnswerInTopic } from '../answers/answer-for-change';
import { requirePresent } from '../topics/topic-for-change';
import { TopicTally } from '../topics/topic-tally';
import type { MemberViewer, Viewer } from '../viewer/viewer';

/** Lets askers say what solved their topic: one answer or several, a follow-up of their own too. */
@Injectable()
export class SolvedMarkService {
  constructor(
    private readonly transactor: Transactor,
    private readonly events: EventLog,
    private readonly tally: TopicTally,
  ) {}

  /** "This solved it"; a second time changes nothing. */
  async mark(viewer: Viewer, answerId: string): Promise<void> {
    requirePermission(viewer, 'participate');
    const { communityId, memberId } = viewer;
    await this.transactor.run(communityId, async (tx) => {
      const { answer, topic } = await this.lockOwn(tx, viewer, answerId);
      requireVisible(answer);
      const data = { topicId: topic.id, answerAuthorId: answer.authorId, followUp: answer.followUp };
      const told = { type: 'answer.marked_solved', subjectId: answerId, data } as const;
      const marked = await tx.row(sql`
        WITH mark AS (
          INSERT INTO solved_marks (community_id, answer_id, topic_id, member_id)
          VALUES (${communityId}, ${answerId}, ${topic.id}, ${memberId})
          ON CONFLICT DO NOTHING RETURNING answer_id),
        told AS (${this.events.insertion(viewer, told, sql`mark`)})
        UPDATE answers a SET solved = true FROM mark
        WHERE a.community_id = ${communityId} AND a.id = mark.answer_id RETURNING a.id`);
      if (marked) await this.tally.refresh(tx, viewer, [topic.id]);
    });
  }

  /** It did not solve it after all. */
  async unmark(viewer: Viewer, answerId: string): Promise<void> {
    requirePermission(viewer, 'participate');
    const { communityId } = viewer;
    await this.transactor.run(communityId, async (tx) => {
      const { answer, topic } = await this.lockOwn(tx, viewer, answerId);
      const data = { topicId: topic.id, answerAuthorId: answer.authorId };
      const told = { type: 'answer.unmarked_solved', subjectId: answerId, data } as const;
      const unmarked = await tx.row(sql`
        WITH mark AS (
          DELETE FROM solved_marks WHERE community_id = ${communityId} AND answer_id = ${answerId} RETURNING answer_id),
        told AS (${this.events.insertion(viewer, told, sql`mark`)})
        UPDATE answers a SET solved = false FROM mark
        WHERE a.community_id = ${communityId} AND a.id = mark.answer_id RETURNING a.id`);
      if (unmarked) await this.tally.refresh(tx, viewer, [topic.id]);
    });
  }

  private async lockOwn(tx: Tx, viewer: MemberViewer, answerId: string): Promise<AnswerInTopic> {
    const found = await lockAnswer(tx, viewer, answerId);
    if (found.topic.authorId !== viewer.memberId) {
      throw new DomainError(
        'NOT_YOUR_TOPIC',
        'Only whoever started the topic says what solved it: give a star instead.',
      );
    }
    requirePresent(found.topic);
    return found;
  }
}
