import { connect } from 'node:net';
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { LIMITS, type GuardLimits } from '../../apps/api/src/graphql/guard/limits';
import { SampleApi, type SampleAnswer } from '../support/graphql/sample-api';

const HELLO = JSON.stringify({ query: '{ hello }' });
const LOGIN = JSON.stringify({ query: 'mutation { login(password: "a") }' });
const PUBLIC = 'https://community.example.com';

let api: SampleApi;

beforeAll(async () => {
  api = await SampleApi.start({ publicUrl: `${PUBLIC}/` });
});

afterAll(async () => api.stop());

beforeEach(() => {
  api.ran();
});

function expectRefused(answer: SampleAnswer, status: number, code: string): void {
  expect([answer.status, answer.body.errors?.map(({ extensions }) => extensions['code'])]).toEqual([status, [code]]);
  expect(answer.headers.get('content-type')).toMatch(/^application\/json/);
  expect(answer.body.errors?.[0]?.message).toMatch(/^[A-Z][^.]*\.$/);
  expect(answer.text.length).toBeLessThan(400);
  expect(api.ran()).toEqual([]);
}

/** What the server answers to bytes that no client library would send. */
function raw(text: string): Promise<string> {
  const { hostname, port } = new URL(api.url);
  return new Promise((resolve, reject) => {
    let answer = '';
    const socket = connect(Number(port), hostname, () => socket.write(text));
    socket.on('data', (chunk) => (answer += chunk.toString()));
    socket.on('close', () => resolve(answer));
    socket.on('error', reject);
  });
}

describe('bodies', () => {
  it.each<[string, string, number]>([
    ['A04 a list of ten requests', `[${Array(10).fill(HELLO).join()}]`, 400],
    ['A04 a list of one', `[${HELLO}]`, 400],
    ['A04 an empty list', '[]', 400],
    ['A05 requests line by line', `${HELLO}\n${HELLO}`, 400],
    ['A05 two objects', HELLO + HELLO, 400],
    ['A23 10 MB', JSON.stringify({ query: 'x'.repeat(10_000_000) }), 413],
    ['A26 __proto__', '{"query":"{ hello }","__proto__":{"a":1}}', 400],
    ['A26 __proto__ in variables', '{"query":"{ hello }","variables":{"__proto__":{"a":1}}}', 400],
    ['A26 constructor.prototype', '{"query":"{ hello }","variables":{"constructor":{"prototype":{"a":1}}}}', 400],
    ['cut off', '{"query":"{ hel', 400],
    ['nothing', '', 400],
    ['null', 'null', 400],
    ['a number', '1', 400],
    ['no query', '{"a":1}', 400],
    ['a query that is a list', '{"query":["{ hello }"]}', 400],
    ['variables as text', '{"query":"{ hello }","variables":"{}"}', 400],
    ['an operation name that is none', '{"query":"{ hello }","operationName":{}}', 400],
  ])('refuses %s', async (_, body, status) => {
    expectRefused(await api.post(body), status, 'BAD_USER_INPUT');
    expect({}).not.toHaveProperty('a');
  });

  it('A23 cuts off a body that never ends', async () => {
    const chunk = `${(65_536).toString(16)}\r\n${'x'.repeat(65_536)}\r\n`;
    const head =
      'POST /graphql HTTP/1.1\r\nhost: a\r\ncontent-type: application/json\r\ntransfer-encoding: chunked\r\n\r\n';
    expect(await raw(head + chunk.repeat(25)).catch(String)).toMatch(/^HTTP\/1.1 413|ECONNRESET|EPIPE/);
    expect((await api.post(HELLO)).body).toEqual({ data: { hello: 'hello' } });
  });

  it('A26 takes no property of every object for a variable', async () => {
    const query = 'query ($toString: Int) { topics(first: $toString) { nodes { id } } }';
    expect((await api.ask(query, {})).status).toBe(200);
    expect((await api.post('{"query":"{ hello }","query":"{ hello }","variables":{"then":1}}')).status).toBe(200);
  });

  it.each([
    ['A24 gzip', 'gzip', gzipSync],
    ['A24 deflate', 'deflate', deflateSync],
    ['A24 brotli', 'br', brotliCompressSync],
  ])('refuses %s', async (_, encoding, compress) => {
    const headers = { 'content-type': 'application/json', 'content-encoding': encoding };
    const body = new Uint8Array(compress(Buffer.from(HELLO)));
    expectRefused(await api.send('/graphql', { method: 'POST', body, headers }), 415, 'BAD_USER_INPUT');
  });

  it.each([
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'message/rfc822',
    'application/graphql',
    'application/jsonp',
    'text/json',
    'application/json; charset=utf-7',
    'application/json; charset=utf-16',
    'application/json; charset=ibm500',
    'application/json; charset=utf-8; charset=utf-7',
    'x',
  ])('B04 refuses %s', async (type) => {
    expectRefused(await api.post(HELLO, { 'content-type': type }), 415, 'BAD_USER_INPUT');
  });

  it('B04 refuses a body of no type, and takes JSON in UTF-8', async () => {
    expectRefused(await api.send('/graphql', { method: 'POST', body: new Uint8Array(3) }), 415, 'BAD_USER_INPUT');
    for (const type of ['application/json', 'APPLICATION/JSON; charset="UTF-8"', 'application/json;charset=utf-8']) {
      expect((await api.post(HELLO, { 'content-type': type })).status).toBe(200);
    }
  });
});

describe('requests', () => {
  it.each([
    ['B03 a query by GET', 'GET', '?query={hello}'],
    ['B03 a mutation by GET', 'GET', '?query=mutation{login(password:"a")}'],
    ['B03 PUT', 'PUT', ''],
    ['B03 DELETE', 'DELETE', ''],
    ['B03 PATCH', 'PATCH', ''],
    ['B08 the page', 'GET', ''],
  ])('refuses %s', async (_, method, search) => {
    const headers = { accept: 'text/html', 'apollo-require-preflight': 'true' };
    const answer = await api.send(`/graphql${search}`, { method, headers });
    expectRefused(answer, 405, 'BAD_USER_INPUT');
    expect(answer.headers.get('allow')).toBe('POST');
  });

  it('B03 refuses HEAD, and the same address written otherwise', async () => {
    expect((await api.send('/graphql', { method: 'HEAD' })).status).toBe(405);
    expect((await api.send('/%67raphql?query={hello}', { headers: { 'apollo-require-preflight': 'x' } })).status).toBe(
      405,
    );
    expect((await api.send('//graphql', { method: 'POST', body: HELLO })).status).toBe(404);
    expect(api.ran()).toEqual([]);
  });

  it('answers unknown addresses and malformed ones with JSON', async () => {
    expectRefused(await api.send('/nowhere', {}), 404, 'NOT_FOUND');
    expectRefused(await api.send('/%', {}), 400, 'BAD_USER_INPUT');
  });

  it('B06 knows no persisted queries', async () => {
    const persistedQuery = { version: 1, sha256Hash: 'a'.repeat(64) };
    for (const query of [undefined, '{ hello }']) {
      const { body } = await api.post(JSON.stringify({ query, extensions: { persistedQuery } }));
      expect(body.errors).toMatchObject([{ extensions: { code: 'PERSISTED_QUERY_NOT_SUPPORTED' } }]);
    }
    expect(api.ran()).toEqual([]);
  });

  it('B08 tells nothing of how it was executed', async () => {
    const headers = {
      'apollo-federation-include-trace': 'ftv1',
      'x-apollo-tracing': '1',
      'apollo-query-plan-experimental': '1',
    };
    const answer = await api.post(HELLO, headers);
    expect(answer.body).toEqual({ data: { hello: 'hello' } });
    expect([...answer.headers.keys()].filter((name) => /powered|apollo|trace/.test(name))).toEqual([]);
  });

  it('sends headers that tell a browser to trust nothing', async () => {
    const { headers } = await api.post(HELLO);
    expect(headers.get('content-security-policy')).toBe(
      "default-src 'none';frame-ancestors 'none';base-uri 'none';form-action 'none'",
    );
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('strict-transport-security')).toContain('max-age');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
  });

  it('names each request, by the name it came with where that is one', async () => {
    const named = async (id: string): Promise<string | null> =>
      (await api.post(HELLO, { 'x-request-id': id })).headers.get('x-request-id');
    expect(await named('abc-123')).toBe('abc-123');
    for (const id of ['a b', 'a'.repeat(65), '<script>']) expect(await named(id)).toMatch(/^[0-9a-f-]{36}$/);
  });

  it.each([
    ['B16 two lengths', 'POST /graphql HTTP/1.1\r\nhost: a\r\ncontent-length: 1\r\ncontent-length: 2\r\n\r\na', 400],
    [
      'B16 a length and chunks',
      'POST /graphql HTTP/1.1\r\nhost: a\r\ncontent-length: 3\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n',
      400,
    ],
    [
      'B16 a chunk that is none',
      'POST /graphql HTTP/1.1\r\nhost: a\r\ncontent-type: application/json\r\ntransfer-encoding: chunked\r\n\r\nzz\r\n',
      400,
    ],
    ['B16 20 kB of headers', `GET / HTTP/1.1\r\nhost: a\r\na: ${'x'.repeat(20_000)}\r\n\r\n`, 431],
    ['B16 no HTTP', 'hello\r\n\r\n', 400],
    [
      'a host that is none',
      'POST /graphql HTTP/1.1\r\nhost: [\r\ncontent-type: application/json\r\ncontent-length: 2\r\nconnection: close\r\n\r\n{}',
      400,
    ],
  ])('answers %s with JSON and an end', async (_, text, status) => {
    const answer = await raw(text);
    expect(answer).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
    expect(answer).toMatch(/\{"errors":\[\{"message":"[A-Z][^"]*\.","extensions":\{"code":"BAD_USER_INPUT"\}\}\]\}$/);
  });

  it('B15 gives nobody for ever', () => {
    const { server } = api.fastify;
    expect(server).toMatchObject({
      headersTimeout: 10_000,
      requestTimeout: 30_000,
      keepAliveTimeout: 65_000,
      maxConnections: 2_000,
      maxRequestsPerSocket: 1_000,
    });
  });
});

describe('pages elsewhere', () => {
  const cookie = '__Host-sid=abc; theme=dark';

  it.each<[string, Record<string, string>]>([
    ['no origin', { cookie }],
    ['a foreign origin', { cookie, origin: 'https://evil.example.com' }],
    ['a foreign origin that looks like ours', { cookie, origin: `${PUBLIC}.evil.com` }],
    ['our origin by another scheme', { cookie, origin: 'http://community.example.com' }],
    ['the null origin', { cookie, origin: 'null' }],
    ['another site', { cookie, 'sec-fetch-site': 'cross-site' }],
    ['another subdomain', { cookie, 'sec-fetch-site': 'same-site' }],
    ['a cookie behind others', { cookie: `a=b;  ${cookie}`, origin: 'https://evil.example.com' }],
  ])('B05 may not use the session cookie: %s', async (_, headers) => {
    expectRefused(await api.post(LOGIN, headers), 403, 'FORBIDDEN');
  });

  it.each<[string, Record<string, string>]>([
    ['the cookie from our pages', { cookie, origin: PUBLIC }],
    ['the cookie from a browser that says same-origin', { cookie, 'sec-fetch-site': 'same-origin' }],
    ['a bearer from anywhere', { authorization: 'Bearer x', origin: 'https://evil.example.com' }],
    ['no cookie', { origin: 'https://evil.example.com' }],
    ['another cookie', { cookie: 'theme=dark', origin: 'https://evil.example.com' }],
  ])('B05 lets pass %s', async (_, headers) => {
    expect((await api.post(LOGIN, headers)).body).toEqual({ data: { login: 'a' } });
  });
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
    expectRefused(await api.post(HELLO, { 'x-kind': 'unknown' }), 401, 'UNAUTHENTICATED');
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
  const withLimits = (limits: Partial<GuardLimits>) => ({ ...LIMITS, anonymous: { ...LIMITS.anonymous, ...limits } });

  it('answers with TIMEOUT what takes too long, compiled or not', async () => {
    const hasty = await SampleApi.start({ limits: withLimits({ wallTime: 20 }) });
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
    const stingy = await SampleApi.start({ limits: withLimits({ costPerMinute: 40 }) });
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
    const stingy = await SampleApi.start({ limits: withLimits({ costPerMinute: 40 }) });
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
