import { randomInt } from 'node:crypto';
import { slugify } from '@app/kernel';

const LONGEST = 30;
const SHORTEST = 3;
/** Digits behind the name, by attempt: after the first few, chance alone finds a free one. */
const DIGITS = [0, 1, 2, 3, 5, 7];

/** Handles that a display name suggests, one after the other until one is free: `ann-smith`, `ann-smith-7`, … */
export function* suggestedHandles(displayName: string): Generator<string> {
  const name = slugify(displayName, 'member');
  for (const digits of DIGITS) {
    const suffix = digits === 0 ? '' : `-${randomInt(10 ** (digits - 1), 10 ** digits)}`;
    const base = name.slice(0, LONGEST - suffix.length).replace(/-+$/, '');
    const handle = base + suffix;
    if (handle.length >= SHORTEST) yield handle;
  }
}
