import { once } from 'node:events';
import { createServer, request, type IncomingMessage, type Server, type ServerResponse } from 'node:http';

/** How a proxy behaves: as if it were not there, or as one of the ways in which a server fails. */
export type Behaviour = 'FINE' | 'SILENT' | 'GARBAGE' | 'NONSENSE' | 'FULL' | 'BROKEN' | 'BUSY' | 'CUT';

const ANSWERS: Partial<Record<Behaviour, readonly [number, string]>> = {
  GARBAGE: [200, '<html>nothing of the kind</html>'],
  NONSENSE: [200, '{"hello":"world"}'],
  BROKEN: [500, '{"message":"boom","code":"internal","type":"internal","link":""}'],
  BUSY: [503, '{"message":"too many","code":"too_many_search_requests","type":"system","link":""}'],
};
const FULL: readonly [number, string] = [
  507,
  '{"message":"no space left","code":"no_space_left_on_device","type":"system","link":""}',
];

/** A small HTTP server that passes on to another one, or fails as it is told. */
export class FaultyProxy {
  behaviour: Behaviour = 'FINE';
  /** Requests that came so far. */
  requests = 0;

  private constructor(
    private readonly server: Server,
    readonly host: string,
  ) {}

  /** @param target where to pass on to; without one, what is fine is answered by nothing found */
  static async start(target: string | null): Promise<FaultyProxy> {
    const server = createServer();
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    const proxy = new FaultyProxy(server, `http://127.0.0.1:${port}`);
    server.on('request', (incoming: IncomingMessage, outgoing: ServerResponse) => {
      proxy.requests++;
      proxy.answer(incoming, outgoing, target);
    });
    return proxy;
  }

  async stop(): Promise<void> {
    this.server.close();
    this.server.closeAllConnections();
    await once(this.server, 'close');
  }

  private answer(incoming: IncomingMessage, outgoing: ServerResponse, target: string | null): void {
    // Searching works on a full disk: only what writes fails.
    const writes = incoming.method !== 'GET' && !/search|fetch/.test(incoming.url ?? '');
    const answer = this.behaviour === 'FULL' && writes ? FULL : ANSWERS[this.behaviour];
    if (this.behaviour === 'SILENT') return;
    if (this.behaviour === 'CUT') return void outgoing.destroy();
    if (answer) return send(outgoing, answer);
    if (target === null) return send(outgoing, [200, '{"results":[{"hits":[{}]},{"hits":[]}],"hits":[]}']);
    const passed = request(target + (incoming.url ?? ''), { method: incoming.method, headers: incoming.headers });
    passed.on('response', (response) => {
      outgoing.writeHead(response.statusCode ?? 502, response.headers);
      response.pipe(outgoing);
    });
    passed.on('error', () => outgoing.destroy());
    incoming.pipe(passed);
  }
}

function send(outgoing: ServerResponse, [status, body]: readonly [number, string]): void {
  outgoing.writeHead(status, { 'content-type': 'application/json' }).end(body);
}
