import { selectList, type Tx } from '@app/database';
import { DomainError } from '@app/kernel';
import sql from 'sql-template-tag';
import { may } from '../access/may';
import { lockTopics, requirePresent } from '../topics/topic-for-change';
import type { Topic } from '../topics/topic.entity';
import type { MemberViewer } from '../viewer/viewer';
import { TopicLink } from './topic-link.entity';

/** The ends of a link, by their keys. */
export interface LinkEnds {
  readonly topicId: string;
  readonly linkedId: string;
}

/** The topics at the ends of a link, locked. */
export interface LinkedTopics {
  readonly topic: Topic;
  readonly linked: Topic;
}

/** Both topics, locked; NOT_FOUND unless the viewer knows both, and refused where one is archived, removed or merged. */
export async function lockLinkedTopics(tx: Tx, viewer: MemberViewer, ends: LinkEnds): Promise<LinkedTopics> {
  if (ends.topicId === ends.linkedId) throw DomainError.invalid('These are one topic: name another one to link it to.');
  const topics = await lockTopics(tx, viewer, [ends.topicId, ends.linkedId]);
  const [topic, linked] = [topics.get(ends.topicId), topics.get(ends.linkedId)];
  if (!topic || !linked) throw DomainError.notFound('topic');
  requirePresent(topic);
  requirePresent(linked);
  return { topic, linked };
}

/** The link between two topics, rejected or not; their rows are locked. */
export async function findLink(tx: Tx, { communityId }: MemberViewer, ends: LinkEnds): Promise<TopicLink | null> {
  return tx.row<TopicLink>(sql`
    SELECT ${selectList(TopicLink, 'l')} FROM topic_links l
    WHERE l.community_id = ${communityId} AND l.topic_id = ${ends.topicId} AND l.linked_id = ${ends.linkedId}`);
}

/** Whether the viewer is one of those who say if a link is right: whoever asked the topic, and staff. */
export function judgedBy(viewer: MemberViewer, { topic }: Pick<LinkedTopics, 'topic'>): boolean {
  return topic.authorId === viewer.memberId || may(viewer, 'curate');
}
