import { Injectable } from '@nestjs/common';
import { EventLog, type EventSpec, type Tx } from '@app/database';
import sql from 'sql-template-tag';
import type { Answer } from '../answers/answer.entity';
import type { MemberViewer } from '../viewer/viewer';

/** Ends what an answer is marked as, when nobody can read it any more. The topic's row is locked. */
@Injectable()
export class AnswerMarks {
  constructor(private readonly events: EventLog) {}

  /** Ends the official mark, also one that a merge has suspended; it stays as history. Takes "this solved it" back. */
  async end(tx: Tx, viewer: MemberViewer, answer: Answer): Promise<void> {
    const { communityId, id, topicId, authorId } = answer;
    await tx.rows(sql`
      WITH official AS (UPDATE official_marks SET suspended = false, ended_at = coalesce(ended_at, now()),
          ended_by_id = CASE WHEN ended_at IS NULL THEN ${viewer.memberId} ELSE ended_by_id END
        WHERE community_id = ${communityId} AND answer_id = ${id} AND (ended_at IS NULL OR suspended)),
      solved AS (DELETE FROM solved_marks WHERE community_id = ${communityId} AND answer_id = ${id})
      UPDATE answers SET official = false, solved = false WHERE community_id = ${communityId} AND id = ${id}`);
    const ended: EventSpec[] = [];
    if (answer.official) {
      ended.push({ type: 'answer.unmarked_official', subjectId: id, data: { topicId, replacedById: null } });
    }
    if (answer.solved) {
      ended.push({ type: 'answer.unmarked_solved', subjectId: id, data: { topicId, answerAuthorId: authorId } });
    }
    await this.events.append(tx, viewer, ...ended);
  }
}
