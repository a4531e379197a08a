import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** An OpenAI-compatible endpoint that tells texts apart by the subjects whose words they have. */
export class EmbeddingEndpoint {
  /** What it was asked to embed. */
  readonly texts: string[] = [];
  readonly keys: (string | undefined)[] = [];
  /** Whether it is out of order. */
  fails = false;
  private readonly server: Server = createServer((request, response) => void this.answer(request, response));

  constructor(private readonly subjects: readonly (readonly string[])[]) {}

  /** Its address. */
  async start(): Promise<string> {
    this.server.listen(0, '127.0.0.1');
    await once(this.server, 'listening');
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/v1`;
  }

  stop(): void {
    this.server.closeAllConnections();
    this.server.close();
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    if (this.fails) {
      response.writeHead(503).end();
      return;
    }
    const { input } = JSON.parse(Buffer.concat(parts).toString()) as { input: string[] };
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
