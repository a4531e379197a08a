import type { TopicKind } from '../topics/topic-kind';

/** What becomes a topic of its own: answers and comments of one topic, one at least. */
export interface ForkTopic {
  readonly idempotencyKey: string;
  readonly topicId: string;
  readonly answerIds?: readonly string[] | null;
  readonly commentIds?: readonly string[] | null;
  readonly title: string;
  readonly kind: TopicKind;
}
