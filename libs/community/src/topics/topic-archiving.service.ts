import { Injectable } from '@nestjs/common';
import { EventLog, Transactor } from '@app/database';
import { DomainError } from '@app/kernel';
import sql from 'sql-template-tag';
import { requirePermission } from '../access/may';
import { TagCounts } from '../tags/tag-counts';
import type { Viewer } from '../viewer/viewer';
import { lockTopic, requirePresent } from './topic-for-change';

/** Takes topics out of lists and search; whoever has the link still reads them. */
@Injectable()
export class TopicArchivingService {
  constructor(
    private readonly transactor: Transactor,
    private readonly events: EventLog,
    private readonly tags: TagCounts,
  ) {}

  /** Archives a topic with a note that readers see, and closes it; TOPIC_ARCHIVED where it is archived already. */
  async archive(viewer: Viewer, { topicId, note }: { topicId: string; note: string }): Promise<void> {
    requirePermission(viewer, 'curate');
    await this.transactor.run(viewer.communityId, async (tx) => {
      const topic = await lockTopic(tx, viewer, topicId);
      requirePresent(topic);
      // Both moments are the transaction's: by that `unarchive` knows that it was archiving that closed the topic.
      await tx.rows(sql`
        UPDATE topics SET archived_at = now(), archived_note = ${note}, closed_at = coalesce(closed_at, now())
        WHERE community_id = ${viewer.communityId} AND id = ${topicId}`);
      await this.tags.adjust(tx, topic);
      await this.events.append(tx, viewer, {
        type: 'topic.archived',
        subjectId: topicId,
        data: { note, closed: !topic.closedAt },
      });
    });
  }

  /** Brings a topic back, open where archiving closed it, closed where it had been closed before. */
  async unarchive(viewer: Viewer, topicId: string): Promise<void> {
    requirePermission(viewer, 'curate');
    await this.transactor.run(viewer.communityId, async (tx) => {
      const topic = await lockTopic(tx, viewer, topicId);
      if (!topic.archivedAt) throw DomainError.invalid('This topic is not archived.');
      const reopened = topic.closedAt?.getTime() === topic.archivedAt.getTime();
      await tx.rows(sql`
        UPDATE topics SET archived_at = NULL, archived_note = NULL, closed_at = ${reopened ? null : topic.closedAt}
        WHERE community_id = ${viewer.communityId} AND id = ${topicId}`);
      await this.tags.adjust(tx, topic);
      await this.events.append(tx, viewer, {
        type: 'topic.unarchived',
        subjectId: topicId,
        data: { archivedAt: topic.archivedAt, note: topic.archivedNote, reopened },
      });
    });
  }
}
