import { randomBytes } from 'node:crypto';

/** Crockford's base 32: no letter that looks like a digit. */
const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';
const LENGTH = 8;

/** A new public code: eight letters and digits, 40 random bits. */
export function newTopicCode(): string {
  return topicCode(randomBytes(LENGTH));
}

/** The public code that some bytes give; the first eight count. */
export function topicCode(bytes: Uint8Array): string {
  return Array.from(bytes.subarray(0, LENGTH), (byte) => ALPHABET[byte % 32]).join('');
}
