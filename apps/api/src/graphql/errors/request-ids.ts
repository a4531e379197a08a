const requestIds = new WeakMap<object, string>();

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

/** The error beneath those that GraphQL wrapped around it. */
export function causeOf(error: unknown): unknown {
  let cause = error;
  while (cause instanceof Error && 'originalError' in cause && cause.originalError) cause = cause.originalError;
  return cause;
}

/** Notes in which request `error` happened, so that its answer and its log line can name the same request. */
export function noteRequestId(error: unknown, requestId: string): void {
  if (isObject(error)) requestIds.set(error, requestId);
}

/** The request in which `error` happened, where it was noted. */
export function requestIdOf(error: unknown): string | undefined {
  const cause = causeOf(error);
  return (isObject(error) ? requestIds.get(error) : undefined) ?? (isObject(cause) ? requestIds.get(cause) : undefined);
}
