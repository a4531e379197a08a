import { selectList, type Tx } from '@app/database';
import { DomainError } from '@app/kernel';
import sql from 'sql-template-tag';
import { Answer } from '../answers/answer.entity';
import { Comment } from '../comments/comment.entity';
import type { Topic } from '../topics/topic.entity';
import type { ForkTopic } from './fork-topic';

/** The posts that leave a topic: the first, whose text begins the new topic, and the others. */
export interface LeavingPosts {
  readonly first: Answer | Comment;
  readonly answers: readonly Answer[];
  readonly comments: readonly Comment[];
}

/** Whether a post that leaves is an answer. */
export function isAnswer(post: Answer | Comment): post is Answer {
  return 'followUp' in post;
}

/**
 * The posts that a fork names, locked. Comments on an answer that leaves as well go with it. NOT_FOUND for what is
 * not of this topic, INVALID_INPUT for what readers do not see and where nothing is named.
 */
export async function lockLeavingPosts(tx: Tx, topic: Topic, input: ForkTopic): Promise<LeavingPosts> {
  const answers = await lockAnswers(tx, topic, input.answerIds ?? []);
  const named = await lockComments(tx, topic, input.commentIds ?? []);
  const comments = named.filter(({ answerId }) => !answers.some(({ id }) => id === answerId));
  const posts = [...answers, ...comments].toSorted(byAge);
  if (posts.some(({ state }) => state !== 'VISIBLE')) {
    throw DomainError.invalid('What is held, hidden or removed cannot go into a topic of its own: approve it first.');
  }
  const [first] = posts;
  if (!first) throw DomainError.invalid('Name the answers or comments that become a topic of their own.');
  return {
    first,
    answers: answers.filter(({ id }) => id !== first.id),
    comments: comments.filter(({ id }) => id !== first.id),
  };
}

async function lockAnswers(tx: Tx, topic: Topic, ids: readonly string[]): Promise<Answer[]> {
  const answers = await tx.rows<Answer>(sql`
    SELECT ${selectList(Answer, 'a')} FROM answers a
    WHERE a.community_id = ${topic.communityId} AND a.topic_id = ${topic.id} AND a.id = ANY (${ids}::uuid[])
    ORDER BY a.id FOR NO KEY UPDATE`);
  if (answers.length !== new Set(ids).size) throw DomainError.notFound('answer');
  return answers;
}

async function lockComments(tx: Tx, topic: Topic, ids: readonly string[]): Promise<Comment[]> {
  const comments = await tx.rows<Comment>(sql`
    SELECT ${selectList(Comment, 'c')} FROM comments c
    WHERE c.community_id = ${topic.communityId} AND c.topic_id = ${topic.id} AND c.id = ANY (${ids}::uuid[])
    ORDER BY c.id FOR NO KEY UPDATE`);
  if (comments.length !== new Set(ids).size) throw DomainError.notFound('comment');
  return comments;
}

function byAge(one: Answer | Comment, other: Answer | Comment): number {
  return one.createdAt.getTime() - other.createdAt.getTime() || (one.id < other.id ? -1 : 1);
}
