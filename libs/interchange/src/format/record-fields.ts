import type { InterchangeRecord, RecordKind } from './interchange-record';
import type { PostParts } from './record-parts';

type KeysOf<T> = T extends unknown ? keyof T : never;
type ValueOf<T, Key> = T extends unknown ? (Key extends keyof T ? NonNullable<T[Key]> : never) : never;
type Whole = string | number | boolean | readonly unknown[];
/** True for a value that is taken as it is; an object's own keys otherwise. */
type Shape<Value> = [Value] extends [Whole]
  ? true
  : [KeysOf<Value>] extends [never]
    ? true
    : Record<KeysOf<Value>, true>;

/** Every key that records of a kind may have, with the keys of what is an object itself. */
export type FieldsOf<Kind extends RecordKind> = {
  readonly [Key in KeysOf<Extract<InterchangeRecord, { kind: Kind }>>]: Shape<
    ValueOf<Extract<InterchangeRecord, { kind: Kind }>, Key>
  >;
};

const TEXT = { text: true, format: true } as const;
const ON = { topic: true, answer: true, comment: true, post: true } as const;

const POST = {
  kind: true,
  externalId: true,
  author: true,
  authorRole: true,
  body: TEXT,
  createdAt: true,
  editedAt: true,
  state: true,
  stateReason: true,
  version: true,
} as const satisfies Partial<FieldsOf<'answer'>> & Partial<Record<keyof PostParts, unknown>>;

/** The keys of the format by kind, as the types of records have them: the compiler holds both together. */
export const RECORD_FIELDS: { readonly [Kind in RecordKind]: FieldsOf<Kind> } = {
  community: {
    kind: true,
    format: true,
    version: true,
    slug: true,
    name: true,
    locale: true,
    visibility: true,
    settings: {
      holdFirstPosts: true,
      flagsToHide: true,
      readersToSolve: true,
      trustedAfterDays: true,
      companyEmailDomains: true,
      openToJoin: true,
      keepSearchers: true,
    },
    createdAt: true,
    implied: true,
  },
  product: {
    kind: true,
    externalId: true,
    name: true,
    parent: true,
    slug: true,
    description: true,
    position: true,
    archivedAt: true,
    createdAt: true,
    version: true,
  },
  tag: { kind: true, externalId: true, name: true, description: true, synonymOf: true, createdAt: true, version: true },
  member: {
    kind: true,
    externalId: true,
    name: true,
    handle: true,
    email: true,
    role: true,
    seat: true,
    title: true,
    bio: TEXT,
    locale: true,
    suspendedUntil: true,
    suspendedReason: true,
    erasedAt: true,
    mergedInto: true,
    createdAt: true,
    version: true,
  },
  topic: {
    ...POST,
    topicKind: true,
    status: true,
    title: true,
    code: true,
    slug: true,
    products: true,
    tags: true,
    sentiment: { face: true, feeling: true },
    locale: true,
    productVersion: true,
    visibility: true,
    closedAt: true,
    closedReason: true,
    archivedAt: true,
    archivedNote: true,
    meTooBase: true,
    viewCount: true,
    lastActivityAt: true,
    resolvedAt: true,
    mergedInto: true,
  },
  answer: { ...POST, topic: true, byAsker: true, movedFrom: true, forkedInto: true },
  comment: { ...POST, on: ON, movedFrom: true, forkedInto: true },
  mark: {
    kind: true,
    answer: true,
    mark: true,
    by: true,
    createdAt: true,
    trusted: true,
    externalId: true,
    owner: true,
    reviewAt: true,
    endedAt: true,
    endedBy: true,
    suspended: true,
  },
  vote: { kind: true, on: ON, day: true, up: true, down: true },
  meToo: { kind: true, topic: true, member: true, movedFrom: true, createdAt: true },
  follow: {
    kind: true,
    externalId: true,
    member: true,
    followed: { topic: true, tag: true, product: true, member: true },
    reason: true,
    movedFrom: true,
    createdAt: true,
  },
  link: { kind: true, topic: true, linked: true, link: true, by: true, createdAt: true },
  merge: {
    kind: true,
    externalId: true,
    source: true,
    target: true,
    by: true,
    meTooBase: true,
    sourceResolvedAt: true,
    undoneAt: true,
    createdAt: true,
  },
  revision: {
    kind: true,
    externalId: true,
    on: ON,
    version: true,
    editor: true,
    editorRole: true,
    title: true,
    body: TEXT,
    createdAt: true,
  },
  flag: {
    kind: true,
    externalId: true,
    on: ON,
    member: true,
    reason: true,
    note: true,
    trusted: true,
    settledAt: true,
    createdAt: true,
  },
  moderation: {
    kind: true,
    externalId: true,
    on: ON,
    cause: true,
    decision: true,
    reason: true,
    decidedBy: true,
    decidedAt: true,
    createdAt: true,
  },
  redirect: {
    kind: true,
    path: true,
    to: { topic: true, answer: true, comment: true, member: true, product: true, article: true },
  },
  article: {
    kind: true,
    externalId: true,
    title: true,
    slug: true,
    summary: true,
    body: TEXT,
    locale: true,
    products: true,
    author: true,
    state: true,
    reviewAt: true,
    editedAt: true,
    createdAt: true,
    version: true,
  },
  event: {
    kind: true,
    externalId: true,
    type: true,
    subject: true,
    actor: true,
    actorRole: true,
    actingUser: true,
    data: true,
    createdAt: true,
  },
  origin: { kind: true, of: true, record: true, origin: true, originId: true, digest: true, version: true },
};
