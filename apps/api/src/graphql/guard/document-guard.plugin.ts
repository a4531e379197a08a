import type { ApolloServerPlugin } from '@apollo/server' with { 'resolution-mode': 'import' };
import type { GraphQLSchema } from 'graphql';
import { operationVariables } from '../execution/operation-variables';
import type { CostBudget } from './cost-budget';
import { DocumentGuard } from './document-guard';
import { LIMITS, type GuardLimits, type LimitContext, type LimitKind } from './limits';

/** What the guard of a server is made of. */
export interface GuardSettings {
  readonly budget: CostBudget;
  readonly limits?: Readonly<Record<LimitKind, GuardLimits>>;
}

/** Points for what every document costs: a request, a look at who asks. */
const BASE = 5;
/** A document that is refused is paid by its length: it took time to find out. */
const BYTES_PER_POINT = 16;

/**
 * Refuses operations that ask for too much, before any resolver runs, and takes their cost from the budget of
 * whoever asks.
 */
export function documentGuard({ budget, limits = LIMITS }: GuardSettings): ApolloServerPlugin<LimitContext> {
  const guards = new WeakMap<GraphQLSchema, DocumentGuard>();
  const guardOf = (schema: GraphQLSchema): DocumentGuard => {
    let guard = guards.get(schema);
    if (!guard) guards.set(schema, (guard = new DocumentGuard(schema)));
    return guard;
  };
  return {
    async requestDidStart() {
      let accepted = false;
      return {
        async didResolveOperation(request) {
          const { document, operation, schema, contextValue } = request;
          if (!operation) return; // the server says so
          const { values: variables } = operationVariables(request);
          if (!variables) return budget.charge(contextValue, BASE); // the execution says so
          const cost = guardOf(schema).check({ document, operation, variables }, limits[contextValue.limitKind]);
          accepted = true;
          await budget.spend(contextValue, BASE + cost);
        },
        async didEncounterErrors({ contextValue, source }) {
          if (!accepted) await budget.charge(contextValue, BASE + Math.ceil((source?.length ?? 0) / BYTES_PER_POINT));
        },
      };
    },
  };
}
