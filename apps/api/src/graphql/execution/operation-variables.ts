import { getVariableValues, GraphQLError, type GraphQLSchema, type OperationDefinitionNode } from 'graphql';
import type { CoercedVariables } from '../guard/field-cost';

/** How many faults of the variables of one request are looked for. */
const MAX_COERCION_ERRORS = 5;

/** A request as the hooks of the GraphQL server share it. */
interface OperationRequest {
  readonly schema: GraphQLSchema;
  readonly operation?: OperationDefinitionNode;
  readonly request: { readonly variables?: Record<string, unknown> };
}

/** The variables of an operation, or what is wrong with them. */
export type VariablesOutcome =
  | { readonly values: CoercedVariables; readonly faults?: undefined }
  | { readonly values?: undefined; readonly faults: readonly GraphQLError[] };

const known = new WeakMap<OperationRequest, VariablesOutcome>();

function faultOf({ message, nodes, originalError }: GraphQLError): GraphQLError {
  return new GraphQLError(message, { nodes, originalError, extensions: { code: 'BAD_USER_INPUT' } });
}

/**
 * The variables of a request as resolvers get them, coerced once for all that ask. What does not fit its type is
 * told with BAD_USER_INPUT, a few faults of many.
 */
export function operationVariables(request: OperationRequest): VariablesOutcome {
  const before = known.get(request);
  if (before) return before;
  const { coerced, errors } = getVariableValues(
    request.schema,
    request.operation?.variableDefinitions ?? [],
    request.request.variables ?? {},
    { maxErrors: MAX_COERCION_ERRORS },
  );
  // The last of too many errors belongs to no variable.
  const outcome = coerced ? { values: coerced } : { faults: errors.filter(({ nodes }) => nodes).map(faultOf) };
  known.set(request, outcome);
  return outcome;
}
