import type { IncomingMessage, ServerResponse } from 'node:http';
import { JsonEndpoint } from './json-endpoint';

/** An OpenAI-compatible endpoint that tells texts apart by the subjects whose words they have. */
export class EmbeddingEndpoint extends JsonEndpoint {
  /** What it was asked to embed. */
  readonly texts: string[] = [];
  readonly keys: (string | undefined)[] = [];
  /** Whether it is out of order. */
  fails = false;

  constructor(private readonly subjects: readonly (readonly string[])[]) {
    super();
  }

  protected take(body: unknown, request: IncomingMessage, response: ServerResponse): void {
    if (this.fails) {
      response.writeHead(503).end();
      return;
    }
    const { input } = body as { input: string[] };
    this.texts.push(...input);
    this.keys.push(request.headers.authorization);
    const data = input.map((text, index) => ({ index, embedding: this.vectorOf(text) }));
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ data }));
  }

  /** One number a subject, and one for what belongs to none. */
  private vectorOf(text: string): number[] {
    const words = new Set(text.toLowerCase().match(/[a-z]+/g));
    const counts = this.subjects.map((subject) => subject.filter((word) => words.has(word)).length);
    return [...counts, counts.some(Boolean) ? 0 : 1];
  }
}
