/** Who asks, as far as limits go. Keys belong to admins and do bulk work. */
export const LIMIT_KINDS = ['anonymous', 'member', 'staff', 'key'] as const;

/** One kind of viewer with limits of its own. */
export type LimitKind = (typeof LIMIT_KINDS)[number];

/** What the GraphQL context must tell about a request so that limits can be applied to it. */
export interface LimitContext {
  readonly limitKind: LimitKind;
  /** Whose budget the cost is taken from: an address, a user or a key. */
  readonly limitKey: string;
}

/** How much one kind of viewer may ask for. docs/decisions/0007-document-guard.md says where the numbers come from. */
export interface GuardLimits {
  readonly documentBytes: number;
  readonly documentTokens: number;
  readonly variablesBytes: number;
  /** Levels of lists and objects in variables, and in the literals of a document. */
  readonly nesting: number;
  /** Levels of fields, with fragments flattened. */
  readonly depth: number;
  /** Fields of the document, with fragments flattened, `__typename` included. */
  readonly fields: number;
  readonly aliases: number;
  /** Selections that repeat another one of the same selection set. */
  readonly duplicates: number;
  readonly rootFields: { readonly query: number; readonly mutation: number; readonly subscription: number };
  readonly operations: number;
  /** Fields that the largest possible answer holds, with the surcharges of expensive fields. */
  readonly cost: number;
  /** The largest `first`, `last`, or number of `ids`. */
  readonly pageSize: number;
  /** Milliseconds until an operation is answered with TIMEOUT. */
  readonly wallTime: number;
  readonly costPerMinute: number;
}

const ANONYMOUS: GuardLimits = {
  documentBytes: 16_384,
  documentTokens: 1_000,
  variablesBytes: 65_536,
  nesting: 20,
  depth: 10,
  fields: 300,
  aliases: 15,
  duplicates: 10,
  rootFields: { query: 10, mutation: 1, subscription: 1 },
  operations: 1,
  cost: 5_000,
  pageSize: 50,
  wallTime: 3_000,
  costPerMinute: 200_000,
};

const MEMBER: GuardLimits = {
  ...ANONYMOUS,
  variablesBytes: 262_144,
  fields: 500,
  aliases: 30,
  duplicates: 20,
  rootFields: { query: 20, mutation: 3, subscription: 1 },
  cost: 10_000,
  pageSize: 100,
  wallTime: 5_000,
  costPerMinute: 400_000,
};

const STAFF: GuardLimits = {
  ...MEMBER,
  documentBytes: 32_768,
  documentTokens: 2_000,
  variablesBytes: 1_048_576,
  depth: 12,
  fields: 1_000,
  aliases: 60,
  duplicates: 40,
  rootFields: { query: 20, mutation: 5, subscription: 1 },
  operations: 10,
  cost: 20_000,
  wallTime: 10_000,
  costPerMinute: 1_200_000,
};

/** The limits of each kind of viewer. */
export const LIMITS: Readonly<Record<LimitKind, GuardLimits>> = {
  anonymous: ANONYMOUS,
  member: MEMBER,
  staff: STAFF,
  key: { ...STAFF, costPerMinute: 6_000_000 },
};
