import { ARTICLE_STATES, TOPIC_KINDS, TOPIC_LINK_KINDS, TOPIC_STATUSES } from '@app/community';
import { ROLES } from '@app/kernel';

/** What a column is read as. A choice is one of the words of the product. */
export type FieldType =
  'id' | 'ids' | 'line' | 'lines' | 'body' | 'moment' | 'count' | 'flag' | { readonly choice: readonly string[] };

/** A field of a kind of rows. */
export interface FieldRule {
  readonly type: FieldType;
  readonly needed?: true;
}

const id = { type: 'id', needed: true } as const;
const ref = { type: 'id' } as const;
const line = { type: 'line' } as const;
const moment = { type: 'moment' } as const;
const flag = { type: 'flag' } as const;
const count = { type: 'count' } as const;
const role = { type: { choice: ROLES } } as const;

const post = {
  id,
  body: { type: 'body', needed: true },
  author: ref,
  authorRole: role,
  created: { type: 'moment', needed: true },
  edited: moment,
  removed: flag,
  removedReason: line,
} as const;

/** The kinds of rows that a table may hold, in the order in which they are read, with what their columns can be. */
export const TABLE_KINDS = {
  members: {
    id,
    name: line,
    handle: line,
    email: line,
    role,
    title: line,
    bio: { type: 'body' },
    locale: line,
    created: moment,
  },
  products: { id, name: { type: 'line', needed: true }, parent: ref, description: line, created: moment },
  topics: {
    ...post,
    title: { type: 'line', needed: true },
    kind: { type: { choice: TOPIC_KINDS } },
    status: { type: { choice: TOPIC_STATUSES } },
    tags: { type: 'lines' },
    products: { type: 'ids' },
    locale: line,
    private: flag,
    closed: flag,
    closedAt: moment,
    closedReason: line,
    archived: flag,
    archivedAt: moment,
    archivedNote: line,
    meToos: count,
    views: count,
    lastActivity: moment,
    votesUp: count,
    votesDown: count,
    solution: ref,
    solvedAt: moment,
  },
  answers: {
    ...post,
    topic: id,
    solved: flag,
    official: flag,
    markedAt: moment,
    votesUp: count,
    votesDown: count,
  },
  comments: { ...post, topic: ref, answer: ref, votesUp: count },
  articles: {
    id,
    title: { type: 'line', needed: true },
    slug: line,
    summary: line,
    body: { type: 'body', needed: true },
    locale: line,
    products: { type: 'ids' },
    author: ref,
    state: { type: { choice: ARTICLE_STATES } },
    created: moment,
    edited: moment,
  },
  meToos: { topic: id, member: id, created: { type: 'moment', needed: true } },
  links: {
    topic: id,
    linked: id,
    link: { type: { choice: TOPIC_LINK_KINDS }, needed: true },
    by: ref,
    created: { type: 'moment', needed: true },
  },
} as const satisfies Readonly<Record<string, Readonly<Record<string, FieldRule>>>>;

/** See {@link TABLE_KINDS}. */
export type TableKind = keyof typeof TABLE_KINDS;

/** The kinds, in order. */
export const TABLE_KIND_NAMES = Object.keys(TABLE_KINDS) as TableKind[];
