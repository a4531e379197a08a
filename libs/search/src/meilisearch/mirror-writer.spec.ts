import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { newId } from '@app/kernel';
import type { NameDocument } from '../documents/search-document';
import { EngineDown } from '../engine/engine-down';
import { MeiliConnection } from './meili-connection';
import { MirrorTarget } from './mirror-target';
import { MirrorWriter } from './mirror-writer';

const LARGEST = 2_000;

/** Answers as Meilisearch does, where documents are refused. */
class RefusingServer {
  readonly written: string[] = [];
  private readonly tasks: string[] = [];
  readonly server: Server;

  constructor() {
    this.server = createServer((request, response) => {
      const parts: Buffer[] = [];
      request.on('data', (part: Buffer) => parts.push(part));
      request.on('end', () => {
        const [status, answer] =
          request.method === 'POST'
            ? this.accept(Buffer.concat(parts).toString())
            : [200, this.told(new URL(request.url ?? '', 'http://x'))];
        response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(answer));
      });
    });
  }

  private accept(body: string): [number, object] {
    const refusal = { message: 'no', type: 'invalid_request', link: '' };
    if (body.length > LARGEST) return [413, { ...refusal, code: 'payload_too_large' }];
    if (body.includes('malformed')) return [400, { ...refusal, code: 'malformed_payload' }];
    return [202, { taskUid: this.tasks.push(body) - 1 }];
  }

  private told({ searchParams }: URL): object {
    const uids = (searchParams.get('uids') ?? '').split(',').map(Number);
    return { results: uids.map((uid) => this.task(uid)), total: uids.length };
  }

  private task(uid: number): object {
    const body = this.tasks[uid] ?? '';
    const failed = (type: string, code: string): object => ({
      uid,
      status: 'failed',
      error: { message: 'no', type, code },
    });
    if (body.includes('full')) return failed('system', 'no_space_left_on_device');
    if (body.includes('poison')) return failed('invalid_request', 'invalid_document_fields');
    this.written.push(...(JSON.parse(body) as { name: string }[]).map(({ name }) => name));
    return { uid, status: 'succeeded', error: null };
  }
}

describe('MirrorWriter', () => {
  let refusing: RefusingServer;
  let writer: MirrorWriter;

  beforeEach(async () => {
    refusing = new RefusingServer();
    refusing.server.listen(0, '127.0.0.1');
    await once(refusing.server, 'listening');
    const address = refusing.server.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    writer = new MirrorWriter(new MeiliConnection({ host: `http://127.0.0.1:${port}`, apiKey: null }));
  });
  afterEach(() => {
    refusing.server.closeAllConnections();
    refusing.server.close();
  });

  const write = (...names: string[]): Promise<void> => {
    const documents = names.map((name, revision) => {
      const document: NameDocument = { kind: 'TAG', id: newId(), names: [name], weight: 1 };
      return { document, revision };
    });
    return writer.write(MirrorTarget.live(''), { communityId: newId(), documents, removed: [] });
  };

  it.each([
    ['fails in its task', 'poison'],
    ['is malformed', 'malformed'],
    ['is too large', 'x'.repeat(LARGEST)],
  ])('leaves out a document that %s, and no other one', async (_, bad) => {
    const good = Array.from({ length: 30 }, (__, i) => `tag ${i}`);
    await write(...good.slice(0, 17), bad, ...good.slice(17));
    expect(new Set(refusing.written)).toEqual(new Set(good));
  });

  it('takes Meilisearch for down where it has no room', async () => {
    await expect(write('full')).rejects.toThrow(EngineDown);
  });

  it('writes nothing where there is nothing', async () => {
    await write();
    expect(refusing.written).toEqual([]);
  });
});
