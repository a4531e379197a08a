import { randomBytes } from 'node:crypto';

/** Crockford's base 32: no letter that looks like a digit. */
const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';

/** A new public code: eight letters and digits, 40 random bits. */
export function newTopicCode(): string {
  return Array.from(randomBytes(8), (byte) => ALPHABET[byte % 32]).join('');
}
