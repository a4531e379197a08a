import { DomainError } from '@app/kernel';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { ExecutionContext } from './compiled-execution.plugin';
import { refusalOf } from './errors/refusal';
import { noteRequestId } from './errors/request-ids';
import type { CostBudget } from './guard/cost-budget';
import { DocumentSizes } from './guard/document-sizes';
import type { GuardLimits, LimitKind } from './guard/limits';
import { checkRequestSize } from './guard/request-size';

/** Makes the GraphQL context of a request: a new object each time. A DomainError that it throws is the answer. */
export type OpenContext = (request: FastifyRequest, reply: FastifyReply) => Promise<ExecutionContext>;

/** What a request must pass before its document is read. */
export interface GuardedContextSettings {
  readonly context: OpenContext;
  readonly budget: CostBudget;
  readonly limits: Readonly<Record<LimitKind, GuardLimits>>;
}

/**
 * The context of a request, once it is known who asks and that the request is small enough for them: the only place
 * before parsing and validation where a GraphQL server lets a request be refused with an answer.
 */
export function guardedContext({ context: open, budget, limits }: GuardedContextSettings): OpenContext {
  const documents = new DocumentSizes();
  return async (request, reply) => {
    let context: ExecutionContext;
    try {
      context = await open(request, reply);
    } catch (error) {
      noteRequestId(error, request.id);
      throw error instanceof DomainError ? refusalOf(error) : error;
    }
    await budget.requireSome(context);
    try {
      checkRequestSize(request.body, limits[context.limitKind], documents);
    } catch (error) {
      await budget.chargeRefused(context, (request.body as { query?: unknown } | null)?.query);
      throw error;
    }
    return context;
  };
}
