import { Injectable } from '@nestjs/common';
import { EventLog, Transactor, type Tx } from '@app/database';
import { DomainError, newId } from '@app/kernel';
import sql, { type Sql } from 'sql-template-tag';
import { requirePermission } from '../access/may';
import { lockTopic, requirePresent } from '../topics/topic-for-change';
import { topicColumns, type TopicRow } from '../topics/topic-row';
import type { MemberViewer, Viewer } from '../viewer/viewer';

/**
 * Counts people who have the same question. Each change is one statement behind the topic's lock, which also gives
 * the topic as it then stands: people press this button more than any other.
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
    return this.transactor.run(viewer.communityId, (tx) => this.give(tx, viewer, topicId));
  }

  /** The same as part of a larger change, by a viewer who may take part. */
  async give(tx: Tx, viewer: MemberViewer, topicId: string): Promise<TopicRow> {
    const { communityId, memberId } = viewer;
    requirePresent(await lockTopic(tx, viewer, topicId));
    const counted = sql`
      mine AS (
        INSERT INTO me_toos (community_id, topic_id, member_id) VALUES (${communityId}, ${topicId}, ${memberId})
        ON CONFLICT DO NOTHING RETURNING topic_id),
      follow AS (
        INSERT INTO follows (community_id, id, member_id, topic_id, reason)
        SELECT ${communityId}, ${newId()}, ${memberId}, topic_id, 'ME_TOO' FROM mine
        ON CONFLICT DO NOTHING RETURNING id),
      told AS (${this.events.insertion(viewer, { type: 'me_too.given', subjectId: topicId }, sql`mine`)}),
      changed AS (
        UPDATE topics t SET me_too_count = t.me_too_count + 1,
          follower_count = t.follower_count + (SELECT count(*) FROM follow)
        FROM mine WHERE t.community_id = ${communityId} AND t.id = mine.topic_id RETURNING t.*)`;
    return this.read(tx, viewer, topicId, counted);
  }

  /**
   * The viewer does not have it after all; a follow that came with the me too goes with it, any other stays. Whoever
   * started the topic, or one that was merged into it, keeps theirs.
   */
  async takeBack(viewer: Viewer, topicId: string): Promise<TopicRow> {
    requirePermission(viewer, 'participate');
    const { communityId, memberId } = viewer;
    return this.transactor.run(communityId, async (tx) => {
      const topic = await lockTopic(tx, viewer, topicId);
      requirePresent(topic);
      if (topic.authorId === memberId) throw keepsOwn();
      const counted = sql`
        mine AS (
          DELETE FROM me_toos m WHERE m.community_id = ${communityId} AND m.topic_id = ${topicId}
            AND m.member_id = ${memberId} AND NOT EXISTS (
              SELECT FROM topics s WHERE s.community_id = m.community_id AND s.id = m.moved_from_id
                AND s.author_id = m.member_id)
          RETURNING m.topic_id),
        follow AS (
          DELETE FROM follows f USING mine WHERE f.community_id = ${communityId} AND f.topic_id = mine.topic_id
            AND f.member_id = ${memberId} AND f.reason = 'ME_TOO' RETURNING f.id),
        told AS (${this.events.insertion(viewer, { type: 'me_too.taken_back', subjectId: topicId }, sql`mine`)}),
        changed AS (
          UPDATE topics t SET me_too_count = t.me_too_count - 1,
            follower_count = t.follower_count - (SELECT count(*) FROM follow)
          FROM mine WHERE t.community_id = ${communityId} AND t.id = mine.topic_id RETURNING t.*)`;
      const left = await this.read(tx, viewer, topicId, counted);
      if (left.viewerHasMeToo) throw keepsOwn();
      return left;
    });
  }

  /**
   * Runs a change and reads the topic. A statement does not see what it changes itself, so that the me too and the
   * follow that came or went with it (`mine`, `follow`: none or one) are set against what was there before.
   */
  private async read(tx: Tx, viewer: MemberViewer, topicId: string, counted: Sql): Promise<TopicRow> {
    const { communityId, memberId } = viewer;
    const topic = await tx.row<TopicRow>(sql`
      WITH ${counted}
      SELECT ${topicColumns(viewer)},
        EXISTS (SELECT FROM me_toos m WHERE m.community_id = ${communityId} AND m.topic_id = ${topicId}
          AND m.member_id = ${memberId}) <> EXISTS (SELECT FROM mine) AS "viewerHasMeToo",
        EXISTS (SELECT FROM follows f WHERE f.community_id = ${communityId} AND f.topic_id = ${topicId}
          AND f.member_id = ${memberId}) <> EXISTS (SELECT FROM follow) AS "viewerFollows"
      FROM (
        SELECT * FROM changed
        UNION ALL
        SELECT x.* FROM topics x
        WHERE x.community_id = ${communityId} AND x.id = ${topicId} AND NOT EXISTS (SELECT FROM mine)) t`);
    if (!topic) throw DomainError.notFound('topic');
    return topic;
  }
}

function keepsOwn(): DomainError {
  return new DomainError('FORBIDDEN', 'You started this topic, so your own me too stays.');
}
