import { createHash } from 'node:crypto';
import { DomainError } from '../errors/domain-error';

/** A position in a list: the values of the list's order keys at one row. */
export type CursorKey = readonly (string | number | boolean)[];

/** The name of a list with its order and filters, shortened: a cursor serves the list that it came from, no other. */
export function listKey(list: string, parameters: unknown): string {
  return createHash('sha256')
    .update(list + JSON.stringify(parameters))
    .digest('base64url')
    .slice(0, 8);
}

function refuse(): never {
  throw DomainError.invalid('This cursor is not one of this list: use endCursor or startCursor of the page before.');
}

/** Opaque keyset cursors, decoded strictly. */
export const Cursor = {
  encode(list: string, key: CursorKey): string {
    return Buffer.from(JSON.stringify([list, ...key])).toString('base64url');
  },

  /** The key in a cursor of `list` whose values have the types in `shape`; INVALID_INPUT for anything else. */
  decode(cursor: string, list: string, shape: readonly ('string' | 'number' | 'boolean')[]): CursorKey {
    if (cursor.length > 512) refuse();
    let parsed: unknown;
    try {
      parsed = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    } catch {
      refuse();
    }
    if (!Array.isArray(parsed) || parsed.length !== shape.length + 1 || parsed[0] !== list) refuse();
    const key = parsed.slice(1);
    if (!shape.every((type, i) => typeof key[i] === type)) refuse();
    return key;
  },
};
