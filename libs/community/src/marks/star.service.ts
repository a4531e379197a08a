import { Injectable } from '@nestjs/common';
import { EventLog, Transactor } from '@app/database';
import { DomainError } from '@app/kernel';
import sql from 'sql-template-tag';
import { requirePermission } from '../access/may';
import { lockAnswer, requireVisible } from '../answers/answer-for-change';
import { isTrusted } from '../posting/trusted';
import { requirePresent } from '../topics/topic-for-change';
import { TopicTally } from '../topics/topic-tally';
import type { Viewer } from '../viewer/viewer';

/** Lets members say that an answer helped: once each, never of their own. */
@Injectable()
export class StarService {
  constructor(
    private readonly transactor: Transactor,
    private readonly events: EventLog,
    private readonly tally: TopicTally,
  ) {}

  /** The viewer stars the answer; a second time changes nothing. Enough trusted stars solve the topic. */
  async star(viewer: Viewer, answerId: string): Promise<void> {
    requirePermission(viewer, 'participate');
    const { communityId, memberId } = viewer;
    const trusted = isTrusted(viewer);
    await this.transactor.run(communityId, async (tx) => {
      const { answer, topic } = await lockAnswer(tx, viewer, answerId);
      requirePresent(topic);
      if (answer.authorId === memberId) {
        throw new DomainError('OWN_ANSWER', 'This answer is your own: a star is for the answers of others.');
      }
      requireVisible(answer);
      const told = { type: 'star.given', subjectId: answerId, data: { topicId: topic.id, trusted } } as const;
      const star = await tx.row(sql`
        WITH mine AS (
          INSERT INTO stars (community_id, answer_id, member_id, trusted)
          VALUES (${communityId}, ${answerId}, ${memberId}, ${trusted})
          ON CONFLICT DO NOTHING RETURNING answer_id, trusted),
        told AS (${this.events.insertion(viewer, told, sql`mine`)})
        UPDATE answers a SET star_count = a.star_count + 1, trusted_star_count = a.trusted_star_count + mine.trusted::int
        FROM mine WHERE a.community_id = ${communityId} AND a.id = mine.answer_id RETURNING a.id`);
      if (star && trusted) await this.tally.refresh(tx, viewer, [topic.id]);
    });
  }

  /** The viewer takes their star back, if there is one. */
  async takeBack(viewer: Viewer, answerId: string): Promise<void> {
    requirePermission(viewer, 'participate');
    const { communityId, memberId } = viewer;
    await this.transactor.run(communityId, async (tx) => {
      const { topic } = await lockAnswer(tx, viewer, answerId);
      requirePresent(topic);
      const told = { type: 'star.taken_back', subjectId: answerId, data: { topicId: topic.id } } as const;
      const star = await tx.row<{ trusted: boolean }>(sql`
        WITH mine AS (
          DELETE FROM stars WHERE community_id = ${communityId} AND answer_id = ${answerId} AND member_id = ${memberId}
          RETURNING answer_id, trusted),
        told AS (${this.events.insertion(viewer, told, sql`mine`)})
        UPDATE answers a SET star_count = a.star_count - 1, trusted_star_count = a.trusted_star_count - mine.trusted::int
        FROM mine WHERE a.community_id = ${communityId} AND a.id = mine.answer_id RETURNING mine.trusted`);
      if (star?.trusted) await this.tally.refresh(tx, viewer, [topic.id]);
    });
  }
}
