import { DomainError, ERROR_CODES } from '@app/kernel';
import { ForbiddenException, InternalServerErrorException } from '@nestjs/common';
import { GraphQLError, parse, validate, buildSchema, getVariableValues, type OperationDefinitionNode } from 'graphql';
import { errorFormatter } from './error-formatter';
import { noteRequestId } from './request-ids';

let reported: unknown[] = [];

function format(error: GraphQLError, production = true) {
  reported = [];
  const report = (cause: unknown, requestId: string): number => reported.push([cause, requestId]);
  return errorFormatter({ production, report })(error.toJSON(), error);
}

const wrapped = (originalError: Error, code?: string): GraphQLError =>
  new GraphQLError(originalError.message, { originalError, path: ['a'], extensions: code ? { code } : {} });

const SECRET = 'select password from users -- /srv/app/x.ts:3';

describe('errorFormatter', () => {
  it('tells what a user did wrong, with its details, but nothing under the name of its code', () => {
    const fault = new DomainError('CONFLICT', 'Read it again.', { currentVersion: 3, code: 'FAKE' });
    expect(format(wrapped(wrapped(fault)))).toEqual({
      message: 'Read it again.',
      path: ['a'],
      extensions: { currentVersion: 3, code: 'CONFLICT' },
    });
    expect(reported).toEqual([]);
  });

  it.each([
    ['an error', new Error(SECRET)],
    ['an error of Nest', new InternalServerErrorException(SECRET)],
    ['an error with a code of its own', Object.assign(new Error(SECRET), { code: '42P01' })],
    [
      'an error of GraphQL with a code of its own',
      new GraphQLError(SECRET, { extensions: { code: '23505', sql: SECRET } }),
    ],
  ])('tells nothing of %s of ours but the request, and reports it', (_, cause) => {
    noteRequestId(cause, 'request-1');
    const told = format(wrapped(cause));
    expect(told).toEqual({
      message: 'Something went wrong on our side: try again, and report the request id if it happens again.',
      path: ['a'],
      extensions: { code: 'INTERNAL_SERVER_ERROR', requestId: 'request-1' },
    });
    expect(reported).toEqual([[cause, 'request-1']]);
  });

  it('makes up an id for an error that no request is known of', () => {
    const told = format(wrapped(new Error(SECRET)));
    expect(told.extensions?.['requestId']).toMatch(/^[0-9a-f-]{36}$/);
    expect(reported).toEqual([[expect.any(Error), told.extensions?.['requestId']]]);
  });

  it('knows what a guard of Nest means', () => {
    expect(format(wrapped(new ForbiddenException(SECRET)))).toMatchObject({ extensions: { code: 'FORBIDDEN' } });
    expect(JSON.stringify(format(wrapped(new ForbiddenException(SECRET))))).not.toContain('select');
  });

  describe('names nothing of the schema in production', () => {
    const schema = buildSchema(
      'enum Mood { HAPPY } input Hidden { secretField: Mood } type Query { secretQuery(in: Hidden): String }',
    );

    it('of a document that does not fit', () => {
      const [error] = validate(schema, parse('{ secretQuer }'));
      const served = new GraphQLError(String(error?.message), {
        nodes: error?.nodes,
        extensions: { code: 'GRAPHQL_VALIDATION_FAILED' },
      });
      expect(format(served, false).message).toContain('Did you mean "secretQuery"');
      expect(format(served)).toEqual({
        message: 'This document does not fit the schema: correct its fields, arguments, types or fragments.',
        locations: [{ line: 1, column: 3 }],
        extensions: { code: 'GRAPHQL_VALIDATION_FAILED' },
      });
    });

    it('of variables that do not fit', () => {
      const operation = parse('query ($v: Hidden) { secretQuery(in: $v) }').definitions[0] as OperationDefinitionNode;
      const [error] = getVariableValues(schema, operation.variableDefinitions ?? [], { v: { x: 1 } }).errors ?? [];
      const served = new GraphQLError(String(error?.message), {
        nodes: error?.nodes,
        extensions: { code: 'BAD_USER_INPUT' },
      });
      expect(format(served, false).message).toContain('"Hidden"');
      expect(format(served)).toMatchObject({
        message: 'The value of $v does not fit its type: correct it.',
        extensions: { code: 'BAD_USER_INPUT' },
      });
    });
  });

  it.each([
    'BAD_REQUEST',
    'OPERATION_RESOLUTION_FAILURE',
    'GRAPHQL_PARSE_FAILED',
    'PERSISTED_QUERY_NOT_SUPPORTED',
    'NEW_ONE',
  ])('answers %s of the server with a code of the closed list', (code) => {
    expect(ERROR_CODES).toContain(format(new GraphQLError('x', { extensions: { code } })).extensions?.['code']);
  });

  it('keeps answers short, whatever the message', () => {
    const error = new GraphQLError('x'.repeat(100_000), { extensions: { code: 'GRAPHQL_PARSE_FAILED' } });
    expect(JSON.stringify(format(error, false)).length).toBeLessThan(400);
  });
});
