import { randomUUID } from 'node:crypto';
import { DomainError, type ErrorCode } from '@app/kernel';
import { Catch, HttpException, Logger, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { statusOf } from '../errors/refusal';
import { errorBody } from './error-body';

const FAULTS: Readonly<Record<number, readonly [ErrorCode, string]>> = {
  400: ['BAD_USER_INPUT', 'The request is malformed: send well-formed JSON.'],
  401: ['UNAUTHENTICATED', 'Log in, or send a valid key, and try again.'],
  403: ['FORBIDDEN', 'You may not do this.'],
  404: ['NOT_FOUND', 'There is nothing at this address: correct it.'],
  408: ['TIMEOUT', 'The request came too slowly: send it again.'],
  413: ['BAD_USER_INPUT', 'The request is too large: send less in one request.'],
  415: ['BAD_USER_INPUT', 'Send the body as application/json in UTF-8.'],
  503: ['UNAVAILABLE', 'The service cannot answer right now: try again in a moment.'],
};

/**
 * Answers errors outside of GraphQL (bodies that do not parse, unknown addresses, controllers) with JSON of the one
 * error shape. Errors of resolvers pass as they are, without Nest's log line: the formatter of GraphQL tells them.
 */
@Catch()
export class HttpErrorFilter implements ExceptionFilter {
  private readonly logger = new Logger('HTTP');

  catch(error: unknown, host: ArgumentsHost): void {
    if (host.getType() !== 'http') throw error;
    const http = host.switchToHttp();
    const reply = http.getResponse<FastifyReply>();
    if (error instanceof DomainError) {
      void reply.code(statusOf(error.code)).send(errorBody(error.code, error.message, error.details));
      return;
    }
    const status = error instanceof HttpException ? error.getStatus() : 500;
    const fault = FAULTS[status];
    if (fault) {
      void reply.code(status).send(errorBody(...fault));
      return;
    }
    const requestId = http.getRequest<FastifyRequest>().id ?? randomUUID();
    const cause = error instanceof Error ? error : new Error(`Thrown: ${String(error)}`);
    this.logger.error({ message: cause.message, requestId }, cause.stack);
    const message = 'Something went wrong on our side: try again, and report the request id if it happens again.';
    void reply.code(500).send(errorBody('INTERNAL_SERVER_ERROR', message, { requestId }));
  }
}
