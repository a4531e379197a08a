import { Injectable } from '@nestjs/common';
import { EventLog, type Tx } from '@app/database';
import sql from 'sql-template-tag';
import type { Answer } from '../answers/answer.entity';
import type { MemberViewer } from '../viewer/viewer';

/** Ends what an answer is marked as, when it is no longer there to be read. The topic's row is locked. */
@Injectable()
export class AnswerMarks {
  constructor(private readonly events: EventLog) {}

  /** Ends the official mark and takes "this solved it" back. */
  async end(tx: Tx, viewer: MemberViewer, answer: Answer): Promise<void> {
    await this.endOfficial(tx, viewer, answer);
    await this.endSolved(tx, viewer, answer);
  }

  /** Takes "this solved it" back. */
  async endSolved(tx: Tx, viewer: MemberViewer, answer: Answer): Promise<void> {
    const { communityId, id, topicId, authorId } = answer;
    if (!answer.solved) return;
    await tx.rows(sql`
      WITH mark AS (DELETE FROM solved_marks WHERE community_id = ${communityId} AND answer_id = ${id})
      UPDATE answers SET solved = false WHERE community_id = ${communityId} AND id = ${id}`);
    await this.events.append(tx, viewer, {
      type: 'answer.unmarked_solved',
      subjectId: id,
      data: { topicId, answerAuthorId: authorId },
    });
  }

  /** Ends the official mark, which stays as history; one that a merge has suspended does not come back. */
  private async endOfficial(tx: Tx, viewer: MemberViewer, answer: Answer): Promise<void> {
    const { communityId, id, topicId } = answer;
    await tx.rows(sql`
      WITH mark AS (
        UPDATE official_marks SET suspended = false, ended_at = coalesce(ended_at, now()),
          ended_by_id = CASE WHEN ended_at IS NULL THEN ${viewer.memberId} ELSE ended_by_id END
        WHERE community_id = ${communityId} AND answer_id = ${id} AND (ended_at IS NULL OR suspended))
      UPDATE answers SET official = false WHERE community_id = ${communityId} AND id = ${id} AND official`);
    if (!answer.official) return;
    await this.events.append(tx, viewer, {
      type: 'answer.unmarked_official',
      subjectId: id,
      data: { topicId, replacedById: null },
    });
  }
}
