import type { Role } from '@app/kernel';

/** What of an event readers may see. */
interface PublicEvent {
  /** The type that the event log keeps it by. */
  readonly type: `${string}.${string}`;
  /** Which of its data readers see: words and numbers, no keys. */
  readonly data: readonly string[];
  /** Which of its data names another topic that readers are led to. */
  readonly other?: string;
}

const MOVED_COUNTS = ['answers', 'comments', 'meToos', 'followers'] as const;

/**
 * The events of a topic's public history, by the names that readers know them by: what was done to the topic, and
 * what was said of its answers. What is not listed here (flags, holding, who keeps an answer true) is for staff.
 */
export const TOPIC_EVENTS = {
  ASKED: { type: 'topic.asked', data: ['kind'] },
  EDITED: { type: 'topic.edited', data: ['version', 'fields'] },
  RETRACTED: { type: 'topic.retracted', data: [] },
  STATUS_SET: { type: 'topic.status_set', data: ['from', 'to'] },
  KIND_CHANGED: { type: 'topic.kind_changed', data: ['from', 'to', 'version'] },
  TAGS_SET: { type: 'topic.tags_set', data: ['from', 'to'] },
  PRODUCTS_SET: { type: 'topic.products_set', data: [] },
  MOVED: { type: 'topic.moved', data: [] },
  VISIBILITY_SET: { type: 'topic.visibility_set', data: ['from', 'to'] },
  CLOSED: { type: 'topic.closed', data: ['reason'] },
  REOPENED: { type: 'topic.reopened', data: ['reason'] },
  ARCHIVED: { type: 'topic.archived', data: ['note'] },
  UNARCHIVED: { type: 'topic.unarchived', data: ['note', 'reopened'] },
  REMOVED: { type: 'post.removed', data: [] },
  RESTORED: { type: 'post.restored', data: [] },
  MERGED: { type: 'topic.merged', data: MOVED_COUNTS, other: 'targetId' },
  UNMERGED: { type: 'topic.unmerged', data: MOVED_COUNTS, other: 'targetId' },
  DUPLICATE_MERGED: { type: 'topic.duplicate_merged', data: MOVED_COUNTS, other: 'sourceId' },
  DUPLICATE_UNMERGED: { type: 'topic.duplicate_unmerged', data: MOVED_COUNTS, other: 'sourceId' },
  FORKED: { type: 'topic.forked', data: [], other: 'intoId' },
  FORKED_OFF: { type: 'topic.forked_off', data: [], other: 'fromId' },
  RESOLVED: { type: 'topic.resolved', data: ['by'] },
  UNRESOLVED: { type: 'topic.unresolved', data: ['was'] },
  LINKED: { type: 'topic.linked', data: ['link'], other: 'linkedId' },
  UNLINKED: { type: 'topic.unlinked', data: ['link'], other: 'linkedId' },
  DUPLICATE_CONFIRMED: { type: 'topic.duplicate_confirmed', data: [], other: 'linkedId' },
  LINK_REJECTED: { type: 'topic.link_rejected', data: ['link'], other: 'linkedId' },
  ANSWER_MARKED_OFFICIAL: { type: 'answer.marked_official', data: [] },
  ANSWER_UNMARKED_OFFICIAL: { type: 'answer.unmarked_official', data: [] },
  ANSWER_MARKED_SOLVED: { type: 'answer.marked_solved', data: [] },
  ANSWER_UNMARKED_SOLVED: { type: 'answer.unmarked_solved', data: [] },
} as const satisfies Readonly<Record<string, PublicEvent>>;

/** The name of an event of a topic's public history. */
export type TopicEventKind = keyof typeof TOPIC_EVENTS;

/** All of them, for the schema. */
export const TOPIC_EVENT_KINDS = Object.keys(TOPIC_EVENTS) as TopicEventKind[];

/** One event of a topic's history, as readers see it. */
export interface TopicEvent {
  readonly communityId: string;
  readonly id: string;
  readonly topicId: string;
  readonly kind: TopicEventKind;
  /** The answer that it is about; null where it is about the topic itself. */
  readonly answerId: string | null;
  /** The other topic of a merge or a fork. */
  readonly otherId: string | null;
  /** Who did it; null for what the system did by itself. */
  readonly actorId: string | null;
  readonly actorRole: Role | null;
  readonly data: Readonly<Record<string, unknown>>;
  readonly createdAt: Date;
}

const KINDS = new Map<string, TopicEventKind>(TOPIC_EVENT_KINDS.map((kind) => [TOPIC_EVENTS[kind].type, kind]));

/** The types that the event log keeps public events by. */
export const PUBLIC_TYPES: readonly string[] = [...KINDS.keys()];

/** An event of the log as readers see it: `type` is one of {@link PUBLIC_TYPES}. */
export function publicEvent(
  event: Omit<TopicEvent, 'kind' | 'answerId' | 'otherId'> & { readonly type: string; readonly subjectId: string },
): TopicEvent {
  const { subjectId, type, data, ...rest } = event;
  const kind = KINDS.get(type) ?? 'EDITED';
  const { data: fields, other }: PublicEvent = TOPIC_EVENTS[kind];
  return {
    ...rest,
    kind,
    answerId: subjectId === event.topicId ? null : subjectId,
    otherId: other ? String(data[other]) : null,
    data: Object.fromEntries(fields.filter((field) => field in data).map((field) => [field, data[field]])),
  };
}
