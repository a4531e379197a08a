import type { Tx } from '@app/database';
import { lockAnswer } from '../answers/answer-for-change';
import type { Answer } from '../answers/answer.entity';
import { lockComment } from '../comments/comment-for-change';
import { lockTopic } from '../topics/topic-for-change';
import type { PostState } from '../topics/topic-kind';
import type { Topic } from '../topics/topic.entity';
import type { MemberViewer } from '../viewer/viewer';
import type { PostRef } from './post-ref';

/** A topic, an answer or a comment, locked together with the topic that it stands in. */
export interface LockedPost {
  readonly ref: PostRef;
  readonly id: string;
  readonly authorId: string;
  readonly state: PostState;
  readonly stateReason: string | null;
  /** The topic that a fork made of it. */
  readonly forkedIntoId: string | null;
  readonly topic: Topic;
  /** The answer itself, where the post is one. */
  readonly answer: Answer | null;
}

/** A post that the viewer sees, locked until the transaction ends; NOT_FOUND otherwise. */
export async function lockPost(tx: Tx, viewer: MemberViewer, ref: PostRef): Promise<LockedPost> {
  if (ref.answerId) {
    const { answer, topic } = await lockAnswer(tx, viewer, ref.answerId);
    return { ...common(answer), forkedIntoId: answer.forkedIntoId, ref, topic, answer };
  }
  if (ref.commentId) {
    const { comment, topic } = await lockComment(tx, viewer, ref.commentId);
    return { ...common(comment), forkedIntoId: comment.forkedIntoId, ref, topic, answer: null };
  }
  const topic = await lockTopic(tx, viewer, ref.topicId ?? '');
  return { ...common(topic), forkedIntoId: null, ref, topic, answer: null };
}

type Common = Pick<LockedPost, 'id' | 'authorId' | 'state' | 'stateReason'>;

function common({ id, authorId, state, stateReason }: Common): Common {
  return { id, authorId, state, stateReason };
}
