import { DomainError } from '@app/kernel';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { ExecutionContext } from './compiled-execution.plugin';
import { refusalOf } from './errors/refusal';
import { noteRequestId } from './errors/request-ids';
import type { CostBudget } from './guard/cost-budget';
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
 * The context of a request, once it is known who asks and that the request is small enough to be parsed for them:
 * the only place before parsing where a GraphQL server lets a request be refused with an answer.
 */
export function guardedContext({ context: open, budget, limits }: GuardedContextSettings): OpenContext {
  return async (request, reply) => {
    let context: ExecutionContext;
    try {
      context = await open(request, reply);
    } catch (error) {
      noteRequestId(error, request.id);
      throw error instanceof DomainError ? refusalOf(error) : error;
    }
    checkRequestSize(request.body, limits[context.limitKind]);
    await budget.requireSome(context);
    return context;
  };
}
