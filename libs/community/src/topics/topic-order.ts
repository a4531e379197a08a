import { Keyset, type OrderKey } from '@app/database';
import { listKey } from '@app/kernel';
import type { Topic } from './topic.entity';
import type { TopicFilter } from './topic-filter';

/** The orders of topic lists, each backed by an index. */
export const TOPIC_ORDERS = [
  'RECENTLY_ACTIVE',
  'RECENTLY_CREATED',
  'MOST_ME_TOOS',
  'MOST_ANSWERS',
  'UNANSWERED_FIRST',
] as const;
export type TopicOrder = (typeof TOPIC_ORDERS)[number];

type Key = OrderKey<Topic>;

const id: Key = { expression: 't.id', type: 'uuid', value: (topic) => topic.id };
const active: Key = { expression: 't.last_activity_at', type: 'timestamptz', value: (topic) => topic.lastActivityAt };

const KEYS: Readonly<Record<TopicOrder, readonly Key[]>> = {
  RECENTLY_ACTIVE: [active, id],
  RECENTLY_CREATED: [{ expression: 't.created_at', type: 'timestamptz', value: (topic) => topic.createdAt }, id],
  MOST_ME_TOOS: [{ expression: 't.me_too_count', type: 'integer', value: (topic) => topic.meTooCount }, id],
  MOST_ANSWERS: [{ expression: 't.answer_count', type: 'integer', value: (topic) => topic.answerCount }, id],
  UNANSWERED_FIRST: [{ expression: 't.unanswered', type: 'boolean', value: (topic) => topic.unanswered }, active, id],
};

/** The paging of one topic list: its cursors serve this order and filter only. */
export function topicKeyset(order: TopicOrder, filter: TopicFilter): Keyset<Topic> {
  return new Keyset(() => listKey(`topics:${order}`, filter), KEYS[order], true);
}
