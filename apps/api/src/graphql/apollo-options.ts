import { ApolloDriver, type ApolloDriverConfig } from '@nestjs/apollo';
import { Logger } from '@nestjs/common';
import { attachedFirst } from './attached-first';
import { compiledExecution } from './compiled-execution.plugin';
import { errorFormatter, type ReportError } from './errors/error-formatter';
import { requestIdOfErrors } from './errors/request-id.plugin';
import { steadyTypes } from './execution/steady-types';
import { CostBudget } from './guard/cost-budget';
import { documentGuard } from './guard/document-guard.plugin';
import { LIMITS, type GuardLimits, type LimitKind } from './guard/limits';
import { guardedContext, type OpenContext } from './guarded-context';

/** What the GraphQL server of an installation depends on. */
export interface ApolloSettings {
  /** No introspection, no GraphiQL, no word of the schema in an error. */
  readonly production: boolean;
  readonly path: string;
  readonly context: OpenContext;
  readonly limits?: Readonly<Record<LimitKind, GuardLimits>>;
  readonly budget?: CostBudget;
  /** How many compiled queries are kept; 0 executes everything plainly. 500 unless given. */
  readonly compiledQueries?: number;
  /** Takes note of errors that are ours. Written to the log unless given. */
  readonly report?: ReportError;
}

const MAX_VALIDATION_ERRORS = 5;
const COMPILED_QUERIES = 500;

const logger = new Logger('GraphQL');

const logged: ReportError = (cause, requestId) => {
  const error = cause instanceof Error ? cause : new Error(`Thrown: ${String(cause)}`);
  logger.error({ message: error.message, requestId }, error.stack);
};

const serverLogger = {
  debug: (message?: unknown) => logger.debug(message),
  info: (message?: unknown) => logger.log(message),
  warn: (message?: unknown) => logger.warn(message),
  error: (message?: unknown) => logger.error(message),
};

/**
 * The settings of the GraphQL server that its safety and its speed depend on. Where the schema comes from is added by
 * whoever makes the module: `GraphQLModule.forRoot({ ...apolloOptions(settings), autoSchemaFile: true })`.
 */
export function apolloOptions(settings: ApolloSettings): ApolloDriverConfig {
  const { production, path, context, report = logged } = settings;
  const { limits = LIMITS, budget = new CostBudget(limits), compiledQueries = COMPILED_QUERIES } = settings;
  const formatError = errorFormatter({ production, report });
  return {
    driver: ApolloDriver,
    path,
    context: guardedContext({ context, budget, limits }),
    transformSchema: (schema) => steadyTypes(attachedFirst(schema)),
    plugins: [
      requestIdOfErrors(),
      documentGuard({ budget, limits }),
      compiledExecution({ formatError, limits, compiledQueries }),
    ],
    formatError,
    autoTransformHttpErrors: false,
    nodeEnv: production ? 'production' : 'development',
    introspection: !production,
    graphiql: !production,
    hideSchemaDetailsFromClientErrors: production,
    includeStacktraceInErrorResponses: false,
    csrfPrevention: true,
    allowBatchedHttpRequests: false,
    persistedQueries: false,
    parseOptions: { maxTokens: Math.max(...Object.values(limits).map(({ documentTokens }) => documentTokens)) },
    validationOptions: { maxErrors: MAX_VALIDATION_ERRORS },
    stopOnTerminationSignals: false,
    logger: serverLogger,
  };
}
