import { randomUUID } from 'node:crypto';
import { DomainError } from '@app/kernel';
import { HttpException } from '@nestjs/common';
import type { GraphQLFormattedError } from 'graphql';
import { clientFault } from './client-faults';
import { causeOf, requestIdOf } from './request-ids';

/** Takes note of an error that no client is told about. */
export type ReportError = (cause: unknown, requestId: string) => void;

/** How errors are told. */
export interface ErrorFormatterSettings {
  /** Says what is wrong without a word of the schema. */
  readonly production: boolean;
  readonly report: ReportError;
}

/** Turns what was thrown into what a client is told: a code of the closed list and one sentence. */
export type FormatError = (formatted: GraphQLFormattedError, error: unknown) => GraphQLFormattedError;

/** Nest refuses with these where a guard says no without a reason. */
const HTTP_FAULTS: Readonly<Record<number, DomainError>> = {
  400: new DomainError('BAD_USER_INPUT', 'The request is not one that this API understands: correct its input.'),
  401: new DomainError('UNAUTHENTICATED', 'Log in, or send a valid key, and try again.'),
  403: new DomainError('FORBIDDEN', 'You may not do this in this community.'),
  404: DomainError.notFound('thing'),
};

const MAX_MESSAGE = 240;
const MAX_LOCATIONS = 2;

const INTERNAL = 'Something went wrong on our side: try again, and report the request id if it happens again.';

function knownFault(cause: unknown): DomainError | undefined {
  if (cause instanceof DomainError) return cause;
  return cause instanceof HttpException ? HTTP_FAULTS[cause.getStatus()] : undefined;
}

/**
 * The one place where errors become answers. What a client did wrong keeps its code and its sentence; everything
 * else is reported and answered with INTERNAL_SERVER_ERROR, a fixed sentence and the id of the request.
 */
export function errorFormatter({ production, report }: ErrorFormatterSettings): FormatError {
  return (formatted, error) => {
    const cause = causeOf(error);
    const where = {
      ...(formatted.locations && { locations: formatted.locations.slice(0, MAX_LOCATIONS) }),
      ...(formatted.path && { path: formatted.path }),
    };
    const fault = knownFault(cause) ?? clientFault(formatted, error, production);
    if (fault) {
      const message = fault.message.length > MAX_MESSAGE ? `${fault.message.slice(0, MAX_MESSAGE)}…` : fault.message;
      return { message, ...where, extensions: { ...fault.details, code: fault.code } };
    }
    const requestId = requestIdOf(error) ?? randomUUID();
    report(cause, requestId);
    return { message: INTERNAL, ...where, extensions: { code: 'INTERNAL_SERVER_ERROR', requestId } };
  };
}
