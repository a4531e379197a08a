import { Injectable } from '@nestjs/common';
import { EventLog, Transactor } from '@app/database';
import { DomainError, newId } from '@app/kernel';
import sql from 'sql-template-tag';
import { requirePermission } from '../access/may';
import { lockTopic, requirePresent } from '../topics/topic-for-change';
import { topicColumns, type TopicRow } from '../topics/topic-row';
import type { Viewer } from '../viewer/viewer';

/**
 * Counts people who have the same question. Each change is one statement behind the topic's lock, and gives the
 * topic as it then stands: people press this button more than any other.
 */
@Injectable()
export class MeTooService {
  constructor(
    private readonly transactor: Transactor,
    private readonly events: EventLog,
  ) {}

  /** The viewer has it too, and follows the topic for that; a second time changes nothing. */
  async meToo(viewer: Viewer, topicId: string): Promise<TopicRow> {
    requirePermission(viewer, 'participate');
    const { communityId, memberId } = viewer;
    return this.transactor.run(communityId, async (tx) => {
      const topic = await lockTopic(tx, viewer, topicId);
      requirePresent(topic);
      const changed = await tx.row<TopicRow>(sql`
        WITH mine AS (
          INSERT INTO me_toos (community_id, topic_id, member_id) VALUES (${communityId}, ${topicId}, ${memberId})
          ON CONFLICT DO NOTHING RETURNING topic_id),
        followed AS (
          INSERT INTO follows (community_id, id, member_id, topic_id, reason)
          SELECT ${communityId}, ${newId()}, ${memberId}, topic_id, 'ME_TOO' FROM mine
          ON CONFLICT DO NOTHING RETURNING id),
        told AS (${this.events.insertion(viewer, { type: 'me_too.given', subjectId: topicId }, sql`mine`)})
        UPDATE topics t SET me_too_count = t.me_too_count + 1,
          follower_count = t.follower_count + (SELECT count(*) FROM followed)
        FROM mine WHERE t.community_id = ${communityId} AND t.id = mine.topic_id
        RETURNING ${topicColumns(viewer)}`);
      return changed ? { ...changed, viewerHasMeToo: true, viewerFollows: true } : { ...topic, viewerHasMeToo: true };
    });
  }

  /** The viewer does not have it after all; a follow that came with the me too goes with it, any other stays. */
  async takeBack(viewer: Viewer, topicId: string): Promise<TopicRow> {
    requirePermission(viewer, 'participate');
    const { communityId, memberId } = viewer;
    return this.transactor.run(communityId, async (tx) => {
      const topic = await lockTopic(tx, viewer, topicId);
      requirePresent(topic);
      if (topic.authorId === memberId) {
        throw new DomainError('FORBIDDEN', 'You started this topic, so your own me too stays.');
      }
      const changed = await tx.row<TopicRow>(sql`
        WITH mine AS (
          DELETE FROM me_toos WHERE community_id = ${communityId} AND topic_id = ${topicId} AND member_id = ${memberId}
          RETURNING topic_id),
        unfollowed AS (
          DELETE FROM follows f USING mine WHERE f.community_id = ${communityId} AND f.topic_id = mine.topic_id
            AND f.member_id = ${memberId} AND f.reason = 'ME_TOO' RETURNING f.id),
        told AS (${this.events.insertion(viewer, { type: 'me_too.taken_back', subjectId: topicId }, sql`mine`)})
        UPDATE topics t SET me_too_count = t.me_too_count - 1,
          follower_count = t.follower_count - (SELECT count(*) FROM unfollowed)
        FROM mine WHERE t.community_id = ${communityId} AND t.id = mine.topic_id
        RETURNING ${topicColumns(viewer)}`);
      return { ...(changed ?? topic), viewerHasMeToo: false };
    });
  }
}
