import { getVariableValues, type GraphQLSchema, type OperationDefinitionNode } from 'graphql';
import type { CoercedVariables } from '../guard/field-cost';

/** How many faults of the variables of one request are looked for. */
export const MAX_COERCION_ERRORS = 5;

/** A request as the hooks of the GraphQL server share it. */
interface OperationRequest {
  readonly schema: GraphQLSchema;
  readonly operation?: OperationDefinitionNode;
  readonly request: { readonly variables?: Record<string, unknown> };
}

const known = new WeakMap<OperationRequest, CoercedVariables | null>();

/**
 * The variables of a request as resolvers get them, coerced once for all that ask. Null where they do not fit their
 * types: such an operation is never executed, the GraphQL server answers what is wrong.
 */
export function coercedVariables(request: OperationRequest): CoercedVariables | null {
  const before = known.get(request);
  if (before !== undefined) return before;
  const result = getVariableValues(
    request.schema,
    request.operation?.variableDefinitions ?? [],
    request.request.variables ?? {},
    { maxErrors: MAX_COERCION_ERRORS },
  );
  const variables = result.coerced ?? null;
  known.set(request, variables);
  return variables;
}
