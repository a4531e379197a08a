import { DomainError } from '@app/kernel';
import { QueryFailedError } from 'typeorm';

interface PostgresError {
  code?: string;
  constraint?: string;
}

/** Serialization failure and deadlock: the same transaction may succeed when tried again. */
const RETRYABLE = new Set(['40001', '40P01']);
/** PostgreSQL keeps no NUL in texts: what has one can only have come from a client. */
const NOT_A_CHARACTER = '22021';
/** Out of connections, takes none, read-only, shutting down, lock not available: the fault is ours and passes. */
const PASSING = new Set([
  '53300',
  '25006',
  '57P01',
  '57P02',
  '57P03',
  '55P03',
  '55000',
  '3D000',
  '28P01',
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ENOENT',
]);

function causeOf(error: unknown): PostgresError {
  return (error instanceof QueryFailedError ? error.driverError : error) as PostgresError;
}

/** What a failed statement means. */
export const DatabaseError = {
  /** The code PostgreSQL (or the socket) gave, if any. */
  code(error: unknown): string | undefined {
    return error instanceof Error ? causeOf(error).code : undefined;
  },

  isRetryable(error: unknown): boolean {
    return RETRYABLE.has(DatabaseError.code(error) ?? '');
  },

  /** Whether a unique, check or foreign key constraint of this name refused the row. */
  violates(error: unknown, constraint: string): boolean {
    return error instanceof Error && causeOf(error).constraint === constraint;
  },

  /** The error a client may see in place of one of the database, where there is one; others come back unchanged. */
  translate(error: unknown): unknown {
    if (!(error instanceof Error) || error instanceof DomainError) return error;
    const code = DatabaseError.code(error);
    if (code === '57014')
      return new DomainError('TIMEOUT', 'This took too long and was given up: ask for less, or try again.');
    if (code === NOT_A_CHARACTER) return DomainError.invalid('A text must not contain the character NUL: remove it.');
    const lost =
      /timeout exceeded when trying to connect|Connection terminated|Client has encountered a connection error/;
    if ((code && (PASSING.has(code) || code.startsWith('08'))) || lost.test(error.message)) {
      return new DomainError('UNAVAILABLE', 'The service cannot answer right now: try again in a moment.', {
        retryAfterSeconds: 1,
      });
    }
    return error;
  },
};
