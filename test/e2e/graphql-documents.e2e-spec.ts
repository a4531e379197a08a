import { GraphQLObjectType } from 'graphql';
import { LIMITS } from '../../apps/api/src/graphql/guard/limits';
import { ATTACKS, repeat } from '../support/graphql/attack-documents';
import { communitySchema, PAGES } from '../support/graphql/community-schema';
import { SampleApi, type SampleAnswer } from '../support/graphql/sample-api';

const Q400 = ['GRAPHQL_PARSE_FAILED', 'GRAPHQL_VALIDATION_FAILED', 'QUERY_TOO_COMPLEX', 'BAD_USER_INPUT'];

let api: SampleApi;
let ran: string[];

beforeAll(async () => {
  const schema = communitySchema();
  for (const root of [schema.getQueryType(), schema.getMutationType()]) {
    for (const field of Object.values((root as GraphQLObjectType).getFields())) {
      field.resolve = () => ran.push(field.name) && null;
    }
  }
  api = await SampleApi.start({ schema });
});

afterAll(async () => api.stop());

beforeEach(() => {
  ran = [];
});

let sender = 0;
/** Each request comes from somebody else, so that budgets do not decide. */
const headers = (kind = 'anonymous'): Record<string, string> => ({ 'x-kind': kind, 'x-key': `sender ${sender++}` });

function expectRefused({ status, text, body }: SampleAnswer): void {
  expect(status).toBe(400);
  expect(Buffer.byteLength(text)).toBeLessThanOrEqual(2_048);
  expect(body).not.toHaveProperty('data');
  for (const { message, extensions } of body.errors ?? []) {
    expect(Q400).toContain(extensions['code']);
    expect(message).toMatch(/^[A-Z][^.]*\.$/);
    expect(message).not.toMatch(/\b(Topic|Question|Query|Mutation|Int|String|AskInput)\b|"|did you mean/i);
  }
  expect(body.errors?.length).toBeGreaterThan(0);
  expect(ran).toEqual([]);
}

describe('documents over HTTP, in production', () => {
  it.each(ATTACKS)('refuses %s', async (_, query, _why, ...[sent]) => {
    expectRefused(await api.ask(query, sent?.variables, headers(sent?.kind)));
  });

  it.each<[string, string, unknown?]>([
    ['A06 10 unknown directives', `{ viewer ${repeat(10, (i) => `@d${i}`)} { id } }`],
    ['A06 400 unknown directives', `{ viewer ${repeat(400, (i) => `@d${i}`)} { id } }`],
    ['A06 100 times @skip', `{ viewer ${'@skip(if: false) '.repeat(100)} { id } }`],
    ['A07 2,000 times viewer{id}', `{ ${'viewer{id} '.repeat(2_000)}}`],
    [
      'A10 fragments in a circle',
      '{ topic { ...f } } fragment f on Topic { ...g } fragment g on Topic { ... { ...f } }',
    ],
    ['A12 300 unused fragments', `{ viewer { id } } ${repeat(160, (i) => `fragment f${i} on Topic { id }`)}`],
    ['A13 one alias for other arguments', `{ ${repeat(80, (i) => `a: topics(first: ${i + 1}) { nodes { id } }`)} }`],
    [
      'A13 60 fragments that do not go together',
      `{ topic { ${repeat(60, (i) => `...f${i}`)} } } ${repeat(60, (i) => `fragment f${i} on Topic { a: answers(first: ${i + 1}) { nodes { id } } }`)}`,
    ],
    ['A18 first: "10"', '{ topics(first: "10") { nodes { id } } }'],
    ['A18 first: 1.5', '{ topics(first: 1.5) { nodes { id } } }'],
    ['A18 first: 1e9', '{ topics(first: 1000000000) { nodes { id } } }'],
    ['A18 first: 2147483648', '{ topics(first: 2147483648) { nodes { id } } }'],
    ['A18 first by a variable that is "10"', 'query ($n: Int) { topics(first: $n) { nodes { id } } }', { n: '10' }],
    ['A18 first by a variable that is 1.5', 'query ($n: Int) { topics(first: $n) { nodes { id } } }', { n: 1.5 }],
    ['A18 first by a variable that is 2^31', 'query ($n: Int) { topics(first: $n) { nodes { id } } }', { n: 2 ** 31 }],
    ['A20 no operation', 'fragment f on Topic { id }'],
    ['A21 a literal nested 2,000 deep', `{ topics(order: ${'['.repeat(2_000)}${']'.repeat(2_000)}) { nodes { id } } }`],
    ['A21 a literal nested 400 deep', `{ topics(order: ${'['.repeat(400)}${']'.repeat(400)}) { nodes { id } } }`],
    [
      'A22 3,000 values that do not fit',
      'query ($ids: [ID!]!) { nodes(ids: $ids) { id } }',
      { ids: Array(3_000).fill({}) },
    ],
    [
      'A22 3,000 unknown fields',
      'mutation ($i: AskInput!) { ask(input: $i) { id } }',
      { i: Object.fromEntries(Array.from({ length: 3_000 }, (_, i) => [`f${i}`, i])) },
    ],
    ['A22 5,000 variables', `query (${repeat(5_000, (i) => `$v${i}: Int`)}) { viewer { id } }`],
    [
      'A22 a value of 60 kB that does not fit',
      'query ($n: Int) { topics(first: $n) { nodes { id } } }',
      { n: 'x'.repeat(60_000) },
    ],
    ['A23 a literal of 15 kB that does not fit', `{ topics(first: "${'x'.repeat(15_000)}") { nodes { id } } }`],
    ['A25 a name of 15 kB', `{ ${'x'.repeat(15_000)} }`],
    ['A25 101 aliases behind escapes and comments', `{ ${repeat(101, (i) => `a${i}#\n:\n__typename`)} }`],
    ['A25 the same named as a page of ours', `query TopicPage { ${repeat(101, (i) => `a${i}: __typename`)} }`],
    ['A25 control characters', '{ viewer\u0000 { id } }'],
    [
      'A26 unknown properties of every object',
      'mutation ($i: AskInput!) { ask(input: $i) { id } }',
      { i: { title: 'a', body: 'b', toString: 1, then: 1 } },
    ],
    ['B01 introspection', '{ __schema { types { name fields { name } } } }'],
    ['B01 introspection of a type', '{ a: __type(name: "Topic") { name } }'],
    ['B01 introspection through a fragment', '{ ...f } fragment f on Query { __schema { queryType { name } } }'],
    ['B02 a field nearly right', '{ topic { titl } }'],
    ['B02 an argument nearly right', '{ topics(firs: 1) { nodes { id } } }'],
    ['B02 a type nearly right', '{ topic { ... on Questio { id } } }'],
    ['B02 a directive nearly right', '{ viewer @skp(if: true) { id } }'],
    ['B02 a field of an input nearly right', 'mutation { ask(input: { titel: "a" }) { id } }'],
    [
      'B02 a field of an input nearly right in a variable',
      'mutation ($i: AskInput!) { ask(input: $i) { id } }',
      { i: { titel: 'a' } },
    ],
    ['B02 a leaf that is none', '{ topic }'],
  ])('refuses %s', async (_, query, ...[variables]) => {
    expectRefused(await api.ask(query, variables, headers('member')));
  });

  it('A20 refuses an operation that is not named, or not there', async () => {
    const query = 'query a { viewer { id } } query b { viewer { id } }';
    expectRefused(await api.post(JSON.stringify({ query }), headers('staff')));
    expectRefused(await api.post(JSON.stringify({ query, operationName: 'c' }), headers('staff')));
    expect((await api.post(JSON.stringify({ query, operationName: 'b' }), headers('staff'))).body).toEqual({
      data: { viewer: null },
    });
  });

  it('A21 refuses variables nested deeper than a stack', async () => {
    const nested = (n: number): string =>
      `{"query":"{ viewer { id } }","variables":{"a":${'['.repeat(n)}${']'.repeat(n)}}}`;
    for (const levels of [21, 5_000, 50_000]) expectRefused(await api.post(nested(levels), headers('key')));
    expect((await api.post(nested(20), headers())).status).toBe(200);
  });

  it('A25 measures a document as it is meant, not as it is written', async () => {
    const query = '\ufeff{\r\n viewer,,, { # comment\r\n id } }';
    expect((await api.ask(query, undefined, headers())).body).toEqual({ data: { viewer: null } });
  });

  it.each(Object.entries(PAGES))('answers our own page: %s', async (_, query) => {
    const { status, body } = await api.ask(query, { code: 'x' }, headers());
    expect(body.errors?.map(({ extensions }) => extensions['code']) ?? []).not.toContain('QUERY_TOO_COMPLEX');
    expect(status).toBe(200);
  });

  it('lets each kind of viewer ask for what its limits say', async () => {
    const query = 'query ($n: Int!) { topics(first: $n) { nodes { id } } }';
    const statuses = async (kind: string): Promise<number[]> => {
      const answers = [50, 51, 100, 101].map((n) => api.ask(query, { n }, headers(kind)));
      return (await Promise.all(answers)).map(({ status }) => status);
    };
    expect(LIMITS.anonymous.pageSize).toBe(50);
    expect(await statuses('anonymous')).toEqual([200, 400, 400, 400]);
    expect(await statuses('member')).toEqual([200, 200, 200, 400]);
    expect(await statuses('staff')).toEqual([200, 200, 200, 400]);
    expect(await statuses('key')).toEqual([200, 200, 200, 400]);
  });
});
