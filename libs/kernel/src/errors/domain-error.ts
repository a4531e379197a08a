import type { ErrorCode } from './error-code';

/**
 * Something that a user can do wrong, or cannot have. It is the only error whose message reaches a client,
 * so the message is one sentence that says what to do; `details` are plain values that help a client go on.
 */
export class DomainError extends Error {
  constructor(
    readonly code: ErrorCode,
    message: string,
    readonly details: Readonly<Record<string, unknown>> = {},
  ) {
    super(message);
    this.name = 'DomainError';
  }

  /** A thing that does not exist and a thing that the viewer may not know of look the same. */
  static notFound(what: string): DomainError {
    return new DomainError('NOT_FOUND', `There is no such ${what}, or it is not visible to you.`);
  }

  /** The viewer is known, but the rules of the community do not let them do this. */
  static forbidden(action: string): DomainError {
    return new DomainError('FORBIDDEN', `You may not ${action} in this community.`);
  }

  /** An edit was based on a version that is no longer the current one. */
  static conflict(what: string, currentVersion: number): DomainError {
    return new DomainError(
      'CONFLICT',
      `The ${what} has changed since you read it: read it again and repeat your edit.`,
      {
        currentVersion,
      },
    );
  }

  static invalid(message: string, details: Readonly<Record<string, unknown>> = {}): DomainError {
    return new DomainError('INVALID_INPUT', message, details);
  }
}
