import { Injectable } from '@nestjs/common';
import { EventLog, Transactor } from '@app/database';
import sql from 'sql-template-tag';
import { requirePermission } from '../access/may';
import type { Viewer } from '../viewer/viewer';
import { lockTopic, requirePresent } from './topic-for-change';
import { requireStatusOf, type TopicStatus } from './topic-kind';
import { TopicTally } from './topic-tally';

/** Says where the company's work on a topic stands. */
@Injectable()
export class TopicStatusService {
  constructor(
    private readonly transactor: Transactor,
    private readonly events: EventLog,
    private readonly tally: TopicTally,
  ) {}

  /** Sets the status; COMPLETE solves the topic. STATUS_NOT_OF_KIND where the topic's kind has no such status. */
  async set(viewer: Viewer, topicId: string, status: TopicStatus): Promise<void> {
    requirePermission(viewer, 'setStatus');
    await this.transactor.run(viewer.communityId, async (tx) => {
      const topic = await lockTopic(tx, viewer, topicId);
      requirePresent(topic);
      requireStatusOf(topic.kind, status);
      if (topic.status === status) return;
      await tx.rows(sql`
        UPDATE topics SET status = ${status} WHERE community_id = ${viewer.communityId} AND id = ${topicId}`);
      await this.tally.refresh(tx, viewer, [topicId]);
      await this.events.append(tx, viewer, {
        type: 'topic.status_set',
        subjectId: topicId,
        data: { from: topic.status, to: status },
      });
    });
  }
}
