import { Injectable } from '@nestjs/common';
import type { Tx } from '@app/database';
import { newId } from '@app/kernel';
import sql from 'sql-template-tag';
import type { MemberViewer } from '../viewer/viewer';
import type { FollowReason } from './follow.entity';

/** Makes people followers of the topics they take part in. */
@Injectable()
export class TopicFollowers {
  /**
   * The member follows the topic, for this reason. Whoever follows already keeps their own, but a follow that came
   * with a me too takes the new one: it must not go with the me too again.
   */
  async add(tx: Tx, viewer: MemberViewer, topicId: string, reason: FollowReason): Promise<void> {
    await tx.rows(sql`
      WITH kept AS (
        UPDATE follows SET reason = ${reason} WHERE community_id = ${viewer.communityId}
          AND member_id = ${viewer.memberId} AND topic_id = ${topicId} AND reason = 'ME_TOO'),
      come AS (
        INSERT INTO follows (community_id, id, member_id, topic_id, reason)
        VALUES (${viewer.communityId}, ${newId()}, ${viewer.memberId}, ${topicId}, ${reason})
        ON CONFLICT DO NOTHING RETURNING topic_id)
      UPDATE topics SET follower_count = follower_count + 1 FROM come
      WHERE topics.community_id = ${viewer.communityId} AND topics.id = come.topic_id`);
  }
}
