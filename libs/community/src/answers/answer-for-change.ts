import { selectList, type Tx } from '@app/database';
import { DomainError } from '@app/kernel';
import sql from 'sql-template-tag';
import { lockTopic } from '../topics/topic-for-change';
import type { Topic } from '../topics/topic.entity';
import { knownPosts } from '../topics/topic-visibility';
import type { MemberViewer } from '../viewer/viewer';
import { Answer } from './answer.entity';

/** An answer and the topic that it stands in, both locked. */
export interface AnswerInTopic {
  readonly answer: Answer;
  readonly topic: Topic;
}

/** An answer that the viewer sees, with its topic, both locked until the transaction ends; NOT_FOUND otherwise. */
export async function lockAnswer(tx: Tx, viewer: MemberViewer, answerId: string): Promise<AnswerInTopic> {
  const { communityId } = viewer;
  // A merge may move the answer while its topic's lock is waited for: then the lock is taken where it went.
  for (;;) {
    const found = await tx.row<Pick<Answer, 'topicId'>>(
      sql`SELECT topic_id AS "topicId" FROM answers WHERE community_id = ${communityId} AND id = ${answerId}`,
    );
    const topic = found && (await lockTopicOf(tx, viewer, found.topicId));
    const answer = await tx.row<Answer>(
      sql`SELECT ${selectList(Answer, 'a')} FROM answers a
          WHERE a.community_id = ${communityId} AND a.id = ${answerId}${knownPosts(viewer, 'a')} FOR NO KEY UPDATE`,
    );
    if (!topic || !answer) throw DomainError.notFound('answer');
    if (answer.topicId === topic.id) return { answer, topic };
  }
}

/** An answer in a topic that the viewer does not know of is itself not there for them. */
async function lockTopicOf(tx: Tx, viewer: MemberViewer, topicId: string): Promise<Topic | null> {
  try {
    return await lockTopic(tx, viewer, topicId);
  } catch (error) {
    if (error instanceof DomainError && error.code === 'NOT_FOUND') return null;
    throw error;
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
