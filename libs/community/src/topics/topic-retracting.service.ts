import { Injectable } from '@nestjs/common';
import { EventLog, Transactor, type Tx } from '@app/database';
import { DomainError } from '@app/kernel';
import sql from 'sql-template-tag';
import { requirePermission } from '../access/may';
import { ModerationQueue } from '../moderation/moderation-queue';
import { requireAuthor } from '../posting/post-for-change';
import { TagCounts } from '../tags/tag-counts';
import type { Viewer } from '../viewer/viewer';
import { lockTopic, requirePresent } from './topic-for-change';
import type { Topic } from './topic.entity';

/** Lets authors take their topics back, as long as nobody relies on them. */
@Injectable()
export class TopicRetractingService {
  constructor(
    private readonly transactor: Transactor,
    private readonly events: EventLog,
    private readonly queue: ModerationQueue,
    private readonly tags: TagCounts,
  ) {}

  /** Leaves a tombstone; TOPIC_ANSWERED where others have answered, or a duplicate was merged into it. */
  async retract(viewer: Viewer, topicId: string): Promise<void> {
    requirePermission(viewer, 'participate');
    await this.transactor.run(viewer.communityId, async (tx) => {
      const topic = await lockTopic(tx, viewer, topicId);
      requireAuthor(viewer, topic);
      requirePresent(topic);
      await this.requireUnanswered(tx, topic);
      await tx.rows(sql`
        UPDATE topics SET state = 'RETRACTED', state_reason = NULL WHERE community_id = ${topic.communityId} AND id = ${topic.id}`);
      await this.queue.withdraw(tx, viewer, { topicId: topic.id });
      await this.tags.adjust(tx, topic);
      await this.events.append(tx, viewer, { type: 'topic.retracted', subjectId: topic.id });
    });
  }

  private async requireUnanswered(tx: Tx, { communityId, id, authorId }: Topic): Promise<void> {
    const relied = await tx.row(sql`
      SELECT 1 FROM answers WHERE community_id = ${communityId} AND topic_id = ${id} AND state = 'VISIBLE'
        AND author_id <> ${authorId}
      UNION ALL SELECT 1 FROM topics WHERE community_id = ${communityId} AND merged_into_id = ${id}
      LIMIT 1`);
    if (relied) {
      throw new DomainError(
        'TOPIC_ANSWERED',
        'Others have answered this topic and rely on it: ask the staff of this community to remove it.',
      );
    }
  }
}
