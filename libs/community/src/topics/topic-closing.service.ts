import { Injectable } from '@nestjs/common';
import { EventLog, Transactor } from '@app/database';
import { DomainError } from '@app/kernel';
import sql from 'sql-template-tag';
import { requirePermission } from '../access/may';
import type { Viewer } from '../viewer/viewer';
import { lockTopic, requireOpen, requirePresent } from './topic-for-change';

/** Closes topics to new answers and comments; they stay in lists and search, and nothing bumps them. */
@Injectable()
export class TopicClosingService {
  constructor(
    private readonly transactor: Transactor,
    private readonly events: EventLog,
  ) {}

  /** Closes a topic with a reason that readers see; TOPIC_CLOSED where it is closed already. */
  async close(viewer: Viewer, { topicId, reason }: { topicId: string; reason: string }): Promise<void> {
    requirePermission(viewer, 'curate');
    await this.transactor.run(viewer.communityId, async (tx) => {
      requireOpen(await lockTopic(tx, viewer, topicId));
      await tx.rows(sql`
        UPDATE topics SET closed_at = now(), closed_reason = ${reason}
        WHERE community_id = ${viewer.communityId} AND id = ${topicId}`);
      await this.events.append(tx, viewer, { type: 'topic.closed', subjectId: topicId, data: { reason } });
    });
  }

  async reopen(viewer: Viewer, topicId: string): Promise<void> {
    requirePermission(viewer, 'curate');
    await this.transactor.run(viewer.communityId, async (tx) => {
      const topic = await lockTopic(tx, viewer, topicId);
      requirePresent(topic);
      if (!topic.closedAt) throw DomainError.invalid('This topic is not closed.');
      await tx.rows(sql`
        UPDATE topics SET closed_at = NULL, closed_reason = NULL
        WHERE community_id = ${viewer.communityId} AND id = ${topicId}`);
      await this.events.append(tx, viewer, {
        type: 'topic.reopened',
        subjectId: topicId,
        data: { closedAt: topic.closedAt, reason: topic.closedReason },
      });
    });
  }
}
