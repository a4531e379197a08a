import type { ApolloServerPlugin, GraphQLRequestContextResponseForOperation } from '@apollo/server' with {
  'resolution-mode': 'import',
};
import { execute, GraphQLError, type ExecutionResult, type GraphQLFormattedError, type GraphQLSchema } from 'graphql';
import type { FormatError } from './errors/error-formatter';
import { noteRequestId } from './errors/request-ids';
import { CompiledQueries } from './execution/compiled-queries';
import { operationVariables } from './execution/operation-variables';
import { expire, timeIsUp } from './execution/time-left';
import type { CoercedVariables } from './guard/field-cost';
import { LIMITS, type GuardLimits, type LimitContext, type LimitKind } from './guard/limits';

/** What the execution of operations needs of a request. */
export interface ExecutionContext extends LimitContext {
  readonly requestId: string;
}

/** How operations are executed. */
export interface ExecutionSettings {
  readonly formatError: FormatError;
  readonly limits?: Readonly<Record<LimitKind, Pick<GuardLimits, 'wallTime'>>>;
  /** How many compiled queries are kept; 0 executes everything plainly. */
  readonly compiledQueries: number;
}

type Request = GraphQLRequestContextResponseForOperation<ExecutionContext>;
type Outcome = ExecutionResult | Promise<ExecutionResult>;

function plain({ schema, document, operationName, contextValue, request }: Request): Outcome {
  return execute({
    schema,
    document,
    operationName,
    contextValue,
    variableValues: request.variables,
  });
}

async function fast(request: Request, queries: CompiledQueries, variables: CoercedVariables): Promise<ExecutionResult> {
  const { document, operation, queryHash, source } = request;
  const compiled = queries.find({ documentKey: queryHash ?? source, document, operation, variables });
  return (await compiled?.run(request.contextValue, variables)) ?? plain(request);
}

/** The outcome, or after `ms` that time is up: then nothing further of the operation is begun. */
async function inTime(outcome: Outcome, ms: number, context: object): Promise<ExecutionResult> {
  if (!(outcome instanceof Promise)) return outcome;
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<ExecutionResult>((resolve) => {
    timer = setTimeout(() => {
      expire(context);
      resolve({ data: null, errors: [new GraphQLError('', { originalError: timeIsUp() })] });
    }, ms);
  });
  try {
    return await Promise.race([outcome, late]);
  } finally {
    clearTimeout(timer);
  }
}

/**
 * Executes operations in place of the GraphQL server: queries that come again as compiled code, within the time that
 * whoever asks has, and with the answers that plain execution gives.
 */
export function compiledExecution(settings: ExecutionSettings): ApolloServerPlugin<ExecutionContext> {
  const { formatError, limits = LIMITS, compiledQueries } = settings;
  const bySchema = new WeakMap<GraphQLSchema, CompiledQueries>();
  const queriesOf = (schema: GraphQLSchema): CompiledQueries => {
    let queries = bySchema.get(schema);
    if (!queries) bySchema.set(schema, (queries = new CompiledQueries(schema, compiledQueries)));
    return queries;
  };
  return {
    async requestDidStart() {
      return {
        async responseForOperation(request) {
          const { contextValue, operation, response, schema } = request;
          if (!operation) return null; // the server says so
          const { values, faults } = operationVariables(request);
          const told = (errors: readonly GraphQLError[]): GraphQLFormattedError[] =>
            errors.map((error) => {
              noteRequestId(error, contextValue.requestId);
              return formatError(error.toJSON(), error);
            });
          if (faults) {
            const http = Object.assign(response.http, { status: 400 });
            return { http, body: { kind: 'single', singleResult: { errors: told(faults) } } };
          }
          const outcome = compiledQueries > 0 ? fast(request, queriesOf(schema), values) : plain(request);
          const { data, errors } = await inTime(outcome, limits[contextValue.limitKind].wallTime, contextValue);
          const singleResult = errors ? { errors: told(errors), data } : { data };
          return { http: response.http, body: { kind: 'single', singleResult } };
        },
      };
    },
  };
}
