import type { ErrorCode } from '@app/kernel';

/** The body of every answer that says no, whether GraphQL or something before it said so. */
export interface ErrorBody {
  readonly errors: readonly [{ readonly message: string; readonly extensions: Readonly<Record<string, unknown>> }];
}

/** One error in the shape in which GraphQL tells errors. */
export function errorBody(
  code: ErrorCode,
  message: string,
  details: Readonly<Record<string, unknown>> = {},
): ErrorBody {
  return { errors: [{ message, extensions: { ...details, code } }] };
}
