import { DomainError, type ErrorCode } from '@app/kernel';
import { GraphQLError, Kind, type GraphQLFormattedError } from 'graphql';

interface Fault {
  readonly code: ErrorCode;
  /** What a client is told in production, where messages of libraries may name what is in the schema. */
  readonly sentence: string;
}

/** What the GraphQL server calls the faults of a request, and what we call them. */
const FAULTS: Readonly<Record<string, Fault>> = {
  GRAPHQL_PARSE_FAILED: {
    code: 'GRAPHQL_PARSE_FAILED',
    sentence: 'This is not a GraphQL document: correct its syntax.',
  },
  GRAPHQL_VALIDATION_FAILED: {
    code: 'GRAPHQL_VALIDATION_FAILED',
    sentence: 'This document does not fit the schema: correct its fields, arguments, types or fragments.',
  },
  BAD_USER_INPUT: { code: 'BAD_USER_INPUT', sentence: 'The variables do not fit their types: correct them.' },
  OPERATION_RESOLUTION_FAILURE: {
    code: 'BAD_USER_INPUT',
    sentence: 'Name one operation of the document in operationName.',
  },
  BAD_REQUEST: {
    code: 'BAD_USER_INPUT',
    sentence: 'Send one GraphQL request as JSON: an object with query, variables and operationName.',
  },
  PERSISTED_QUERY_NOT_SUPPORTED: {
    code: 'PERSISTED_QUERY_NOT_SUPPORTED',
    sentence: 'PersistedQueryNotSupported',
  },
};

function variableOf(error: unknown): string | undefined {
  const node = error instanceof GraphQLError ? error.nodes?.[0] : undefined;
  return node?.kind === Kind.VARIABLE_DEFINITION ? node.variable.name.value : undefined;
}

/** What the client did wrong where the GraphQL server found the fault; undefined where the fault is ours. */
export function clientFault(
  { message, extensions }: GraphQLFormattedError,
  error: unknown,
  production: boolean,
): DomainError | undefined {
  const known = FAULTS[String(extensions?.['code'])];
  if (!known) return undefined;
  const variable = variableOf(error);
  if (variable && known.code === 'BAD_USER_INPUT' && production) {
    return new DomainError(known.code, `The value of $${variable} does not fit its type: correct it.`);
  }
  return new DomainError(known.code, production ? known.sentence : message);
}
