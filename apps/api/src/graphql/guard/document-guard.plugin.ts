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
          const { document, operation, schema, contextValue, source } = request;
          if (!operation) return; // the server says so
          const { values: variables } = operationVariables(request);
          if (!variables) return budget.chargeRefused(contextValue, source); // the execution says so
          const cost = guardOf(schema).check({ document, operation, variables }, limits[contextValue.limitKind]);
          accepted = true;
          await budget.spend(contextValue, cost);
        },
        async didEncounterErrors({ contextValue, source }) {
          if (!accepted) await budget.chargeRefused(contextValue, source);
        },
      };
    },
  };
}
