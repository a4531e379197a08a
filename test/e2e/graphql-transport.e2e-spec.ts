import { connect } from 'node:net';
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { expectRefused } from '../support/graphql/expect-refused';
import { SampleApi } from '../support/graphql/sample-api';

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
    expectRefused(api, await api.post(body), status, 'BAD_USER_INPUT');
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
    expectRefused(api, await api.send('/graphql', { method: 'POST', body, headers }), 415, 'BAD_USER_INPUT');
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
    expectRefused(api, await api.post(HELLO, { 'content-type': type }), 415, 'BAD_USER_INPUT');
  });

  it('B04 refuses a body of no type, and takes JSON in UTF-8', async () => {
    expectRefused(api, await api.send('/graphql', { method: 'POST', body: new Uint8Array(3) }), 415, 'BAD_USER_INPUT');
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
    expectRefused(api, answer, 405, 'BAD_USER_INPUT');
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
    expectRefused(api, await api.send('/nowhere', {}), 404, 'NOT_FOUND');
    expectRefused(api, await api.send('/%', {}), 400, 'BAD_USER_INPUT');
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
    expectRefused(api, await api.post(LOGIN, headers), 403, 'FORBIDDEN');
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
