import { hash } from 'node:crypto';
import type { RecordKind } from '../../format/interchange-record';

/** The origin of exports of our own: their external ids are ids already. */
export const OWN_ORIGIN = 'answerhood';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/**
 * The id of what a source names by its own id: always the same, so that whatever refers to it needs no looking up.
 * A UUID (version 8) of the SHA-256 of origin, kind and external id; an id of our own stays what it is.
 */
export function recordId(origin: string, kind: RecordKind, externalId: string): string {
  if (origin === OWN_ORIGIN && UUID.test(externalId)) return externalId;
  const hex = hash('sha256', `${origin}\n${kind}\n${externalId}`, 'hex');
  const variant = '89ab'.charAt(Number.parseInt(hex.charAt(16), 16) & 3);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** What a record says, as a short text that differs where it differs. */
export function digestOf(said: string): string {
  return hash('sha256', said, 'base64url').slice(0, 22);
}
