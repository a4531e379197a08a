import { DomainError } from '@app/kernel';

const expired = new WeakSet<object>();

/** What an operation that took too long is told. */
export function timeIsUp(): DomainError {
  return new DomainError('TIMEOUT', 'This took too long and was given up: ask for less, or try again.');
}

/** From now on no resolver of the operation with this context is asked any more. */
export function expire(context: object): void {
  expired.add(context);
}

/** Throws TIMEOUT where the time of the operation with this context is up. */
export function requireTimeLeft(context: unknown): void {
  if (expired.has(context as object)) throw timeIsUp();
}
