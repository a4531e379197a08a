import { createHash } from 'node:crypto';

/**
 * An id that is the same on every machine: shaped as a UUIDv7 with the moment in it, the rest taken from the name,
 * so that demo rows sort by time as real ones do.
 */
export function demoId(moment: Date, name: string): string {
  const time = moment.getTime().toString(16).padStart(12, '0');
  const hash = createHash('sha256').update(name).digest('hex');
  const variant = (8 + (parseInt(hash.slice(3, 4), 16) % 4)).toString(16);
  const hex = `${time}7${hash.slice(0, 3)}${variant}${hash.slice(4, 19)}`;
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

/** A number from 0 to `below` - 1 that is the same on every machine. */
export function demoNumber(name: string, below: number): number {
  return parseInt(createHash('sha256').update(name).digest('hex').slice(0, 8), 16) % below;
}
