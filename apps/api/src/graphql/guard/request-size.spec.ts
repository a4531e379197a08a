import { GraphQLError } from 'graphql';
import { DocumentSizes } from './document-sizes';
import { LIMITS, type LimitKind } from './limits';
import { checkRequestSize } from './request-size';

function refusalOf(body: unknown, kind: LimitKind = 'anonymous'): string {
  try {
    checkRequestSize(body, LIMITS[kind], new DocumentSizes());
    return 'passes';
  } catch (error) {
    if (error instanceof GraphQLError) return `${error.extensions['code']}: ${error.message}`;
    throw error;
  }
}

/** A document of `n` tokens. */
const tokens = (n: number): string => `{ a(b: [${'1 '.repeat(n - 9)}]) }`;

/** Lists in each other, without the recursion that writing them by JSON would take. */
function nestedList(levels: number): unknown {
  let value: unknown = 1;
  for (let i = 0; i < levels; i++) value = [value];
  return value;
}

const LONG = 'QUERY_TOO_COMPLEX: This document is too long: ask for less in one document.';
const DEEP = 'BAD_USER_INPUT: The variables are nested too deep: send flatter values.';
const LARGE = 'QUERY_TOO_COMPLEX: The variables are too large: send less in one request.';

describe('checkRequestSize', () => {
  it.each<[string, unknown, string, LimitKind?]>([
    [
      'A04 a list of requests',
      [{ query: '{ a }' }],
      'BAD_USER_INPUT: Send one operation per request, not a list of them.',
    ],
    ['A04 an empty list', [], 'BAD_USER_INPUT: Send one operation per request, not a list of them.'],
    ['1,000 tokens', { query: tokens(1_000) }, 'passes'],
    ['1,001 tokens', { query: tokens(1_001) }, LONG],
    ['1,001 tokens of staff', { query: tokens(1_001) }, 'passes', 'staff'],
    ['A25 comments and commas between few tokens', { query: `{ a ${'# comment\n,,'.repeat(1_000)} }` }, 'passes'],
    ['A25 bytes of a long comment', { query: `{ a } # ${'x'.repeat(16_384)}` }, LONG],
    ['A25 bytes, not characters', { query: `{ a } # ${'é'.repeat(8_190)}` }, LONG],
    ['A23 a long string literal', { query: `{ a(text: "${'x'.repeat(1_000_000)}") }` }, LONG, 'key'],
    ['A21 a wide literal', { query: `{ a(b: ${'['.repeat(60)}${'[],'.repeat(500)}${']'.repeat(60)}) }` }, LONG],
    [
      'A21 a literal nested 2,000 deep',
      { query: `{ a(b: ${'['.repeat(2_000)}${']'.repeat(2_000)}) }` },
      'BAD_USER_INPUT: This document is nested too deep: send a flatter one.',
      'key',
    ],
    ['no GraphQL, which the parser tells', { query: '{ a ` }' }, 'passes'],
    ['A21 variables nested 20 deep', { query: '{ a }', variables: { a: nestedList(20) } }, 'passes'],
    ['A21 variables nested 21 deep', { query: '{ a }', variables: { a: nestedList(21) } }, DEEP],
    ['A21 variables nested 5,000 deep', { query: '{ a }', variables: { a: nestedList(5_000) } }, DEEP, 'key'],
    ['A21 variables nested 50,000 deep', { query: '{ a }', variables: { a: nestedList(50_000) } }, DEEP, 'key'],
    ['A21 extensions nested 50,000 deep', { query: '{ a }', extensions: { a: nestedList(50_000) } }, DEEP],
    ['A23 large variables', { query: '{ a }', variables: { a: 'x'.repeat(65_536) } }, LARGE],
    ['A23 the same of a member', { query: '{ a }', variables: { a: 'x'.repeat(65_536) } }, 'passes', 'member'],
    ['what is no request, which the server tells', 'text', 'passes'],
    ['a query that is no text, which the server tells', { query: { a: 1 }, variables: 'x' }, 'passes'],
  ])('%s', (_, body, expected, ...[kind]) => {
    expect(refusalOf(body, kind)).toBe(expected);
  });
});
