import { DomainError } from '../errors/domain-error';

const DAY_MS = 86_400_000;
const DEFAULT_DAYS = 30;
const MOST_DAYS = 400;

/** From a moment up to another one, which is not part of it. */
export interface Window {
  readonly from: Date;
  readonly to: Date;
}

/** The window that is asked for, the last 30 days unless something is said, and not longer than 400. */
export function windowOf(from: Date | null | undefined, to: Date | null | undefined, now = new Date()): Window {
  const end = to ?? now;
  const begin = from ?? new Date(end.getTime() - DEFAULT_DAYS * DAY_MS);
  const days = (end.getTime() - begin.getTime()) / DAY_MS;
  if (days <= 0 || days > MOST_DAYS)
    throw DomainError.invalid(`The window must end after it begins, and be ${MOST_DAYS} days long at most.`);
  return { from: begin, to: end };
}

/** The window of equal length before. */
export function windowBefore({ from, to }: Window): Window {
  return { from: new Date(2 * from.getTime() - to.getTime()), to: from };
}
