import { selectList, type Tx } from '@app/database';
import { DomainError } from '@app/kernel';
import sql from 'sql-template-tag';
import { lockTopic } from '../topics/topic-for-change';
import type { Topic } from '../topics/topic.entity';
import { knownPosts, knownTopics } from '../topics/topic-visibility';
import type { MemberViewer } from '../viewer/viewer';
import { Answer } from './answer.entity';

/** An answer and the topic that it stands in. */
export interface AnswerInTopic {
  readonly answer: Answer;
  readonly topic: Topic;
}

/** An answer that the viewer sees, with its topic, both locked until the transaction ends; NOT_FOUND otherwise. */
export async function lockAnswer(tx: Tx, viewer: MemberViewer, answerId: string): Promise<AnswerInTopic> {
  const { communityId } = viewer;
  // The topic is locked first. Where a merge moved the answer meanwhile, the lock is taken again where it went.
  for (;;) {
    const found = await tx.row<Pick<Answer, 'topicId'>>(
      sql`SELECT a.topic_id AS "topicId" FROM answers a
          JOIN topics t ON t.community_id = a.community_id AND t.id = a.topic_id
          WHERE a.community_id = ${communityId} AND a.id = ${answerId}${knownPosts(viewer, 'a')}${knownTopics(viewer)}`,
    );
    if (!found) throw DomainError.notFound('answer');
    const topic = await lockTopic(tx, viewer, found.topicId);
    const answer = await tx.row<Answer>(
      sql`SELECT ${selectList(Answer, 'a')} FROM answers a
          WHERE a.community_id = ${communityId} AND a.id = ${answerId} AND a.topic_id = ${topic.id}${knownPosts(viewer, 'a')}
          FOR NO KEY UPDATE`,
    );
    if (answer) return { answer, topic };
  }
}

/** Refuses what readers do not see: a mark on it would say something about nothing. */
export function requireVisible({ state }: Answer): void {
  if (state === 'VISIBLE') return;
  throw new DomainError(
    'ANSWER_NOT_VISIBLE',
    'This answer is held, hidden or removed: it can be marked when it is visible again.',
    { state },
  );
}
