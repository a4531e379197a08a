import { DomainError } from '@app/kernel';

/**
 * Said alike to everybody, whether there is such an account or not.
 * @param advice what else to do, a sentence
 */
export function tooManyTries(seconds: number, advice: string): DomainError {
  const retryAfterSeconds = Math.max(1, Math.ceil(seconds));
  return new DomainError('RATE_LIMITED', `Too many tries: wait ${waitOf(retryAfterSeconds)}. ${advice}`, {
    retryAfterSeconds,
  });
}

function waitOf(seconds: number): string {
  return seconds <= 90 ? `${seconds} seconds` : `${Math.ceil(seconds / 60)} minutes`;
}
