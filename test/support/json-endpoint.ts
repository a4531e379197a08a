import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A real HTTP server of a test, on a free port, that is asked in JSON and answers as its subclass says. */
export abstract class JsonEndpoint {
  private readonly server: Server = createServer((request, response) => void this.read(request, response));

  /** Its address, up to `/v1`. */
  async start(): Promise<string> {
    this.server.listen(0, '127.0.0.1');
    await once(this.server, 'listening');
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/v1`;
  }

  stop(): void {
    this.server.closeAllConnections();
    this.server.close();
  }

  protected abstract take(body: unknown, request: IncomingMessage, response: ServerResponse): void;

  private async read(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    this.take(JSON.parse(Buffer.concat(parts).toString()), request, response);
  }
}
