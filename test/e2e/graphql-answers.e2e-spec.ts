import { LIMITS, type GuardLimits } from '../../apps/api/src/graphql/guard/limits';
import { expectRefused } from '../support/graphql/expect-refused';
import { SampleApi, type SampleAnswer } from '../support/graphql/sample-api';

const HELLO = JSON.stringify({ query: '{ hello }' });

let api: SampleApi;

beforeAll(async () => {
  api = await SampleApi.start();
});

afterAll(async () => api.stop());

beforeEach(() => {
  api.ran();
});

describe('faults', () => {
  const faults = async (fields: string): Promise<SampleAnswer> => api.ask(`{ ${fields} }`);

  it.each(['throwsText', 'throwsSql', 'bigInt'])('B09 tells nothing of what went wrong in %s', async (field) => {
    api.reported.length = 0;
    const { status, text, body, headers } = await faults(`${field} hello`);
    const requestId = headers.get('x-request-id');
    expect([status, body.data]).toEqual([200, { [field]: null, hello: 'hello' }]);
    expect(body.errors).toMatchObject([{ path: [field], extensions: { code: 'INTERNAL_SERVER_ERROR', requestId } }]);
    expect(text).not.toMatch(/select|secret|relation|\/srv|\.ts|at /i);
    expect(api.reported).toEqual([{ cause: expect.anything(), requestId }]);
  });

  it('B09 tells what a user did wrong, at bounded length', async () => {
    const { body, text } = await faults('throwsHuge throwsConflict');
    expect(body.errors).toMatchObject([
      { extensions: { code: 'INVALID_INPUT' } },
      { extensions: { code: 'CONFLICT', currentVersion: 7 } },
    ]);
    expect(text.length).toBeLessThan(1_000);
  });

  it('B09 tells of a context that cannot be made', async () => {
    expectRefused(api, await api.post(HELLO, { 'x-kind': 'unknown' }), 401, 'UNAUTHENTICATED');
    const { status, body, headers } = await api.post(HELLO, { 'x-kind': 'broken' });
    expect(status).toBe(500);
    expect(body.errors).toMatchObject([
      { extensions: { code: 'INTERNAL_SERVER_ERROR', requestId: headers.get('x-request-id') } },
    ]);
    expect(JSON.stringify(body)).not.toContain('10.0.0.7');
  });

  it('answers the same the first time and compiled', async () => {
    const query = `query ($n: Int, $kind: Kind, $more: Boolean = true) {
      topics(first: $n, kind: $kind) { nodes { __typename id kind author { handle email } ...more @include(if: $more) } }
      missing: topic(id: "missing") { id }
      search(first: 3) { ... on Topic { id } ... on Member { handle } }
    }
    fragment more on Topic { answers(first: 2) { nodes { id author { handle } topic { id } } } ... on Idea { plannedFor } }`;
    for (const variables of [{ n: 3 }, { n: 2, more: false }, { kind: 'IDEA' }]) {
      const answers = [];
      for (let i = 0; i < 4; i++) answers.push((await api.ask(query, variables, { 'x-kind': 'staff' })).text);
      expect(answers[0]).toContain('"code":"NOT_FOUND"');
      expect(new Set(answers).size).toBe(1);
    }
  });
});

describe('limits', () => {
  const limitsWith = (limits: Partial<GuardLimits>) => ({ ...LIMITS, anonymous: { ...LIMITS.anonymous, ...limits } });

  it('answers with TIMEOUT what takes too long, compiled or not', async () => {
    const hasty = await SampleApi.start({ limits: limitsWith({ wallTime: 20 }) });
    let end: () => void = () => undefined;
    SampleApi.waits = new Promise((resolve) => (end = resolve));
    try {
      for (let i = 0; i < 3; i++) {
        const { status, body } = await hasty.ask('{ slow }');
        expect([status, body.data]).toEqual([200, null]);
        expect(body.errors).toEqual([
          {
            message: 'This took too long and was given up: ask for less, or try again.',
            extensions: { code: 'TIMEOUT' },
          },
        ]);
      }
    } finally {
      end();
      SampleApi.waits = undefined;
      await hasty.stop();
    }
  });

  it('answers with RATE_LIMITED who spends too much, and nobody else', async () => {
    const stingy = await SampleApi.start({ limits: limitsWith({ costPerMinute: 40 }) });
    const statuses: number[] = [];
    for (let i = 0; i < 8; i++) statuses.push((await stingy.ask('{ hello }')).status);
    expect(statuses).toEqual([200, 200, 200, 200, 200, 200, 429, 429]);
    const { body, headers } = await stingy.ask('{ nonsense');
    const seconds = body.errors?.[0]?.extensions['retryAfterSeconds'];
    expect(body.errors).toMatchObject([
      { extensions: { code: 'RATE_LIMITED', retryAfterSeconds: expect.any(Number) } },
    ]);
    expect(headers.get('retry-after')).toBe(String(seconds));
    expect((await stingy.ask('{ hello }', {}, { 'x-key': 'another' })).status).toBe(200);
    expect((await stingy.ask('{ hello }', {}, { 'x-kind': 'key' })).status).toBe(200);
    await stingy.stop();
  });

  it('takes the price of what it refuses as well', async () => {
    const stingy = await SampleApi.start({ limits: limitsWith({ costPerMinute: 40 }) });
    const long = 'x'.repeat(640);
    const refused = [`{ nonsense } # ${long}`, `{ # ${long}`, `{ ${'hello '.repeat(100)} } # ${long}`];
    for (const [i, document] of refused.entries()) {
      const headers = { 'x-key': `sender ${i}` };
      expect((await stingy.ask(document, {}, headers)).status).toBe(400);
      expect((await stingy.ask('{ hello }', {}, headers)).status).toBe(429);
    }
    await stingy.stop();
  });
});

describe('outside production', () => {
  let open: SampleApi;

  beforeAll(async () => {
    open = await SampleApi.start({ production: false });
  });

  afterAll(async () => open.stop());

  it('serves GraphiQL, and lets it load its parts', async () => {
    const { status, text, headers } = await open.send('/graphql', { headers: { accept: 'text/html,*/*' } });
    expect([status, headers.get('content-type')]).toEqual([200, 'text/html']);
    const origins = [...text.matchAll(/(?:src|href)="(https:\/\/[^/]+)/g)].map(([, origin]) => origin);
    expect(new Set(origins).size).toBe(1);
    expect(headers.get('content-security-policy')).toContain(`script-src 'self' 'unsafe-inline' ${origins[0]}`);
    expect(headers.has('strict-transport-security')).toBe(false);
  });

  it('answers introspection, whole, and says what is wrong in detail', async () => {
    const deep = `ofType { name ${'ofType { name '.repeat(8)}${'} '.repeat(8)}}`;
    const query = `{ __schema { types { name fields { name args { name type { name ${deep} } } type { name ${deep} } } } } }`;
    expect((await open.ask(query)).body.data).toHaveProperty('__schema');
    const { body } = await open.ask('{ helo }');
    expect(body.errors?.[0]?.message).toBe('Cannot query field "helo" on type "Query". Did you mean "hello"?');
  });

  it('refuses queries by GET all the same', async () => {
    const headers = { 'apollo-require-preflight': 'true' };
    expect((await open.send('/graphql?query={hello}', { headers })).status).toBe(405);
  });
});
