import { DomainError } from '../errors/domain-error';

/**
 * The things a client can name, in the order of their byte in a global id. Append only: ids are kept by clients.
 */
const THINGS = [
  'Community',
  'Member',
  'Product',
  'Tag',
  'Topic',
  'Answer',
  'Comment',
  'Revision',
  'Flag',
  'ModerationItem',
  'Session',
  'ApiKey',
  'Event',
  'User',
  'DataExport',
  'Article',
  'Search',
  'AskAttempt',
  'ReputationEntry',
  'Recognition',
  'ReputationAnomaly',
  'ReputationDispute',
  'TopicAsk',
] as const;

/** A kind of thing that has a global id. */
export type Thing = (typeof THINGS)[number];

/** What a global id says: the thing, the community it lives in, and its key there. */
export interface NodeRef {
  readonly thing: Thing;
  readonly communityId: string;
  readonly id: string;
}

/** The community of what belongs to a user and not to a community (sessions, API keys). */
export const NO_COMMUNITY = '00000000-0000-0000-0000-000000000000';

const BYTES = 33;

function uuidFromHex(hex: string): string {
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

function hexOf(uuid: string): string {
  return uuid.slice(0, 8) + uuid.slice(9, 13) + uuid.slice(14, 18) + uuid.slice(19, 23) + uuid.slice(24);
}

/** Where ids are put together: a page has two hundred of them, and most are of one community. */
const scratch = Buffer.alloc(BYTES);
let community = '';

/**
 * Global object identification: an opaque id that carries its community, so that one id alone scopes every
 * statement that follows. It is no secret and grants nothing.
 */
export const GlobalId = {
  encode(thing: Thing, communityId: string, id: string): string {
    scratch[0] = THINGS.indexOf(thing);
    if (communityId !== community) {
      scratch.write(hexOf(communityId), 1, 'hex');
      community = communityId;
    }
    scratch.write(hexOf(id), 17, 'hex');
    return scratch.toString('base64url');
  },

  /** The parts of an id, or null where it is none. Only the canonical spelling of an id is one. */
  parse(value: unknown): NodeRef | null {
    if (typeof value !== 'string' || value.length !== 44) return null;
    const bytes = Buffer.from(value, 'base64url');
    const thing = THINGS[bytes[0] ?? THINGS.length];
    if (bytes.length !== BYTES || !thing || bytes.toString('base64url') !== value) return null;
    const hex = bytes.toString('hex');
    return { thing, communityId: uuidFromHex(hex.slice(2, 34)), id: uuidFromHex(hex.slice(34)) };
  },

  /** The parts of an id that must name one of `things`; INVALID_INPUT where it is no id at all. */
  of(value: unknown, ...things: Thing[]): NodeRef {
    const ref = GlobalId.parse(value);
    if (!ref) throw DomainError.invalid('This is not an id of this API: use an id as the API returned it.');
    if (!things.includes(ref.thing)) throw DomainError.notFound(things[0]?.toLowerCase() ?? 'thing');
    return ref;
  },
};
