import { selectList, type Tx } from '@app/database';
import { DomainError } from '@app/kernel';
import sql from 'sql-template-tag';
import type { MemberViewer } from '../viewer/viewer';
import { Topic } from './topic.entity';
import { knownTopics } from './topic-visibility';

/** A topic that the viewer knows of, locked until the transaction ends; null otherwise. */
export async function findTopicForChange(tx: Tx, viewer: MemberViewer, topicId: string): Promise<Topic | null> {
  return tx.row<Topic>(
    sql`SELECT ${selectList(Topic, 't')} FROM topics t
        WHERE t.community_id = ${viewer.communityId} AND t.id = ${topicId}${knownTopics(viewer)} FOR NO KEY UPDATE`,
  );
}

/** The same; NOT_FOUND otherwise. */
export async function lockTopic(tx: Tx, viewer: MemberViewer, topicId: string): Promise<Topic> {
  const topic = await findTopicForChange(tx, viewer, topicId);
  if (!topic) throw DomainError.notFound('topic');
  return topic;
}

/** Refuses what is no longer open to answers, comments and me-toos, and says why and where to go. */
export function requireOpen(topic: Topic): void {
  requirePresent(topic);
  if (topic.closedAt) {
    throw new DomainError('TOPIC_CLOSED', 'This topic is closed: read its reason, or start a topic of your own.', {
      reason: topic.closedReason,
    });
  }
}

/** Refuses what is archived, removed or merged away. */
export function requirePresent(topic: Topic): void {
  if (topic.state === 'REMOVED' || topic.state === 'RETRACTED') {
    throw new DomainError('TOPIC_REMOVED', 'This topic has been removed: nothing can be added to it.');
  }
  if (topic.mergedIntoId) {
    throw new DomainError('TOPIC_MERGED', 'This topic was merged into another: go on there.');
  }
  if (topic.archivedAt) {
    throw new DomainError('TOPIC_ARCHIVED', 'This topic is archived: start a topic of your own.');
  }
}
