import { Injectable } from '@nestjs/common';
import { selectList, type Tx } from '@app/database';
import { DomainError, newId, STAFF_ROLES, type Role } from '@app/kernel';
import sql from 'sql-template-tag';
import type { AnswerInTopic } from '../answers/answer-for-change';
import type { MemberViewer } from '../viewer/viewer';
import { OfficialMark } from './official-mark.entity';

/** Who keeps an official answer true, and when they should look at it again. */
export interface OfficialCare {
  readonly ownerId: string;
  readonly reviewAt: Date | null;
}

/** The rows behind official answers. Whoever calls it holds the topic locked, so that its current mark stays what it is. */
@Injectable()
export class OfficialMarks {
  /** The topic's current mark, if any. */
  async current(tx: Tx, viewer: MemberViewer, topicId: string): Promise<OfficialMark | null> {
    return tx.row<OfficialMark>(sql`
      SELECT ${selectList(OfficialMark, 'o')} FROM official_marks o
      WHERE o.community_id = ${viewer.communityId} AND o.topic_id = ${topicId} AND o.ended_at IS NULL`);
  }

  async begin(tx: Tx, viewer: MemberViewer, { answer, topic }: AnswerInTopic, care: OfficialCare): Promise<void> {
    await tx.rows(sql`
      WITH mark AS (
        INSERT INTO official_marks (community_id, id, topic_id, answer_id, marked_by_id, marked_at, owner_id, review_at)
        VALUES (${viewer.communityId}, ${newId()}, ${topic.id}, ${answer.id}, ${viewer.memberId}, now(),
          ${care.ownerId}, ${care.reviewAt})
        RETURNING answer_id)
      UPDATE answers a SET official = true FROM mark
      WHERE a.community_id = ${viewer.communityId} AND a.id = mark.answer_id`);
  }

  /** Ends a mark, which stays as history. */
  async end(tx: Tx, viewer: MemberViewer, { id }: OfficialMark): Promise<void> {
    await tx.rows(sql`
      WITH mark AS (
        UPDATE official_marks SET ended_at = now(), ended_by_id = ${viewer.memberId}
        WHERE community_id = ${viewer.communityId} AND id = ${id} RETURNING answer_id)
      UPDATE answers a SET official = false FROM mark
      WHERE a.community_id = ${viewer.communityId} AND a.id = mark.answer_id`);
  }

  async change(tx: Tx, viewer: MemberViewer, { id }: OfficialMark, care: OfficialCare): Promise<void> {
    await tx.rows(sql`
      UPDATE official_marks SET owner_id = ${care.ownerId}, review_at = ${care.reviewAt}
      WHERE community_id = ${viewer.communityId} AND id = ${id}`);
  }

  /** Refuses an owner who does not work for the company. */
  async requireOwner(tx: Tx, viewer: MemberViewer, ownerId: string): Promise<void> {
    const owner = await tx.row<{ role: Role }>(
      sql`SELECT role FROM members WHERE community_id = ${viewer.communityId} AND id = ${ownerId}`,
    );
    if (!owner) throw DomainError.notFound('member');
    if (!STAFF_ROLES.includes(owner.role)) {
      throw DomainError.invalid('The owner of an official answer works for the company: name one of its people.');
    }
  }
}
