import { DomainError } from '@app/kernel';

/** The kinds of topics. */
export const TOPIC_KINDS = ['QUESTION', 'PROBLEM', 'IDEA', 'PRAISE', 'UPDATE'] as const;
export type TopicKind = (typeof TOPIC_KINDS)[number];

/** The states of the company's work on a topic, as machines name them; people read the label of the kind. */
export const TOPIC_STATUSES = ['NONE', 'PENDING', 'ACTIVE', 'COMPLETE', 'REJECTED'] as const;
export type TopicStatus = (typeof TOPIC_STATUSES)[number];

/** Derived, never set by hand. */
export const RESOLUTIONS = ['UNANSWERED', 'ANSWERED', 'SOLVED'] as const;
export type Resolution = (typeof RESOLUTIONS)[number];

/** Who says that a topic is solved. */
export const RESOLVERS = ['ASKER', 'STAFF', 'READERS'] as const;
export type Resolver = (typeof RESOLVERS)[number];

/** The faces of a sentiment. */
export const FACES = ['HAPPY', 'SILLY', 'INDIFFERENT', 'SAD'] as const;
export type Face = (typeof FACES)[number];

/** Who sees a topic: everybody who sees the community, or its author and staff. */
export const TOPIC_VISIBILITIES = ['PUBLIC', 'PRIVATE'] as const;
export type TopicVisibility = (typeof TOPIC_VISIBILITIES)[number];

/** What may keep a post from being seen: waiting for approval, flagged away, removed by staff, taken back by its author. */
export const POST_STATES = ['VISIBLE', 'HELD', 'HIDDEN', 'REMOVED', 'RETRACTED'] as const;
export type PostState = (typeof POST_STATES)[number];

const LABELS: Readonly<Record<TopicKind, Partial<Record<TopicStatus, string>>>> = {
  QUESTION: {
    NONE: 'needs answer',
    PENDING: 'needs more info',
    ACTIVE: 'being answered',
    COMPLETE: 'answered',
    REJECTED: 'not answerable',
  },
  PROBLEM: {
    NONE: 'reported',
    PENDING: 'acknowledged',
    ACTIVE: 'in progress',
    COMPLETE: 'solved',
    REJECTED: 'not a problem',
  },
  IDEA: {
    NONE: 'new',
    PENDING: 'under consideration',
    ACTIVE: 'planned',
    COMPLETE: 'implemented',
    REJECTED: 'not planned',
  },
  PRAISE: {},
  UPDATE: {},
};

/** What people read for a status of a kind; null where the kind has no statuses. */
export function statusLabel(kind: TopicKind, status: TopicStatus): string | null {
  return LABELS[kind][status] ?? null;
}

/** The statuses that a topic of this kind may have. */
export function statusesOf(kind: TopicKind): readonly TopicStatus[] {
  const labelled = TOPIC_STATUSES.filter((status) => status in LABELS[kind]);
  return labelled.length > 0 ? labelled : ['NONE'];
}

/** Refuses a status that topics of this kind do not have. */
export function requireStatusOf(kind: TopicKind, status: TopicStatus): void {
  const statuses = statusesOf(kind);
  if (statuses.includes(status)) return;
  throw new DomainError('STATUS_NOT_OF_KIND', `A topic of this kind takes one of: ${statuses.join(', ')}.`, {
    kind,
    statuses,
  });
}
