import type { IncomingMessage, ServerResponse } from 'node:http';
import { JsonEndpoint } from '../../../../test/support/json-endpoint';
import { EmbedderDown } from './embedder';
import { HttpEmbedder } from './http.embedder';

interface Asked {
  readonly url: string | undefined;
  readonly key: string | undefined;
  readonly body: { readonly input: string[]; readonly model?: string };
}

/** An endpoint that answers as a test says. */
class Endpoint extends JsonEndpoint {
  readonly asked: Asked[] = [];
  answer: (asked: Asked, response: ServerResponse) => void = (asked, response) => {
    const data = asked.body.input.map((text, index) => ({ index, embedding: [3, 4 * (text.length > 0 ? 1 : 0)] }));
    response.end(JSON.stringify({ data: data.toReversed() }));
  };

  protected take(body: unknown, request: IncomingMessage, response: ServerResponse): void {
    const asked = { url: request.url, key: request.headers.authorization, body: body as Asked['body'] };
    this.asked.push(asked);
    this.answer(asked, response);
  }
}

const endpoint = new Endpoint();
let url: string;
let embedder: HttpEmbedder;

beforeAll(async () => {
  url = await endpoint.start();
  embedder = new HttpEmbedder({ url, model: 'small', key: 'secret-key' });
});

afterAll(() => endpoint.stop());

function answering(text: string, status = 200): void {
  endpoint.answer = (_, response) => response.writeHead(status).end(text);
}

describe('HttpEmbedder', () => {
  it('asks in batches, and gives vectors of length 1 in the order of the texts', async () => {
    const vectors = await embedder.embed(Array.from({ length: 70 }, (_, n) => `text ${n}`));
    expect(vectors).toHaveLength(70);
    expect(vectors[0]![0]).toBeCloseTo(0.6, 5);
    expect(vectors[0]![1]).toBeCloseTo(0.8, 5);
    expect(endpoint.asked.map(({ body }) => body.input.length)).toEqual([64, 6]);
    expect(endpoint.asked[0]).toMatchObject({
      url: '/v1/embeddings',
      key: 'Bearer secret-key',
      body: { model: 'small' },
    });
    expect(embedder.name).toMatch(/^127\.0\.0\.1:\d+\/v1 small$/);
  });

  it('takes the address of the embeddings themselves, too, and asks without a key where there is none', async () => {
    await new HttpEmbedder({ url: `${url}/embeddings/`, model: null, key: null }).embed(['']);
    expect(endpoint.asked.at(-1)).toMatchObject({ url: '/v1/embeddings', key: undefined, body: { input: ['-'] } });
    expect(endpoint.asked.at(-1)?.body.model).toBeUndefined();
  });

  it.each([
    ['an error', '{"error":"quota"}', 429],
    ['a broken server', 'oops', 500],
    ['a redirect', '', 302],
    ['a page', '<html>', 200],
    ['something else', '[]', 200],
    ['too few vectors', '{"data":[]}', 200],
    ['no numbers', '{"data":[{"embedding":["a"]}]}', 200],
    ['a number that is none', '{"data":[{"embedding":[1e999]}]}', 200],
    ['an empty vector', '{"data":[{"embedding":[]}]}', 200],
    ['a strange place', '{"data":[{"index":7,"embedding":[1]}]}', 200],
  ])('says that it is down where it gets %s', async (_, text, status) => {
    answering(text, status);
    await expect(embedder.embed(['a'])).rejects.toThrow(EmbedderDown);
  });

  it('says that it is down where vectors differ in size', async () => {
    endpoint.answer = (_, response) => response.end('{"data":[{"embedding":[1,2]},{"embedding":[1,2,3]}]}');
    await expect(embedder.embed(['a', 'b'])).rejects.toThrow('different sizes');
  });

  it('does not read an answer without end', async () => {
    endpoint.answer = (_, response) => {
      const more = (): void => {
        while (!response.destroyed && response.write(' '.repeat(1 << 20)));
      };
      response.on('drain', more);
      more();
    };
    await expect(embedder.embed(['a'])).rejects.toThrow('too much');
  });

  it('does not wait longer than it is told to', async () => {
    endpoint.answer = () => undefined;
    await expect(embedder.embed(['a'], AbortSignal.timeout(20))).rejects.toThrow(EmbedderDown);
  });

  it('says that it is down where nobody listens, or where it was closed', async () => {
    const nobody = new HttpEmbedder({ url: 'http://127.0.0.1:1/v1', model: null, key: null });
    await expect(nobody.embed(['a'])).rejects.toThrow(EmbedderDown);
    const closed = new HttpEmbedder({ url, model: null, key: null });
    await closed.close();
    await expect(closed.embed(['a'])).rejects.toThrow(EmbedderDown);
  });
});
