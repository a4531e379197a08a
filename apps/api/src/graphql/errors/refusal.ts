import { DomainError, type ErrorCode } from '@app/kernel';
import { GraphQLError } from 'graphql';

type Details = Readonly<Record<string, unknown>>;

const STATUS: Partial<Record<ErrorCode, number>> = {
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  RATE_LIMITED: 429,
  UNAVAILABLE: 503,
};

/** The HTTP status of a request that is refused as a whole with `code`. */
export function statusOf(code: ErrorCode): number {
  return STATUS[code] ?? 400;
}

/**
 * A request that is turned away before any resolver runs, as `error` says: answered without data, with the HTTP
 * status of its code, and with `Retry-After` where its details hold `retryAfterSeconds`.
 */
export function refusalOf(error: DomainError): GraphQLError {
  const { retryAfterSeconds } = error.details;
  const headers = new Map<string, string>();
  if (typeof retryAfterSeconds === 'number') headers.set('retry-after', String(retryAfterSeconds));
  return new GraphQLError(error.message, {
    originalError: error,
    extensions: { code: error.code, http: { status: statusOf(error.code), headers } },
  });
}

/** Turns a request away with `code` and a sentence that says what to do. */
export function refusal(code: ErrorCode, message: string, details: Details = {}): GraphQLError {
  return refusalOf(new DomainError(code, message, details));
}
