import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { parse } from 'graphql';
import { buildApi } from '../../apps/api/src/build-api';
import type { ApiOptions } from '../../apps/api/src/api.module';
import type { Answered } from './test-user';

/** Refusals that tell of the moment, and may come to one and not to the other. */
const PASSING = new Set(['UNAVAILABLE', 'TIMEOUT', 'RATE_LIMITED']);
/** Others may change what is asked for in between: so often it is asked anew before it counts as a difference. */
const MOST_ROUNDS = 8;

/** Sends the same request to the API at this address. */
export type Send = (url: string, headers?: Record<string, string>) => Promise<Answered<unknown>>;

/**
 * A second API on the database of a test's own, which executes plainly what that one compiles. Every query that tests
 * send is asked of both, and must be answered alike.
 */
export class PlainTwin {
  private static readonly twins = new Map<string, PlainTwin>();
  private static paused = 0;

  /** Documents that the test's own API has seen: from the second time on it answers them by compiled code. */
  private readonly seen = new Set<string>();
  private app: Promise<NestFastifyApplication> | null = null;

  private constructor(
    private readonly url: string,
    private readonly options: ApiOptions,
  ) {}

  /** The twin of the API at `url`, started with its first query. */
  static beside(url: string, options: ApiOptions): PlainTwin {
    const twin = new PlainTwin(url, options);
    PlainTwin.twins.set(url, twin);
    return twin;
  }

  /** Work in which nothing is compared: where what the API does is counted. */
  static async without<T>(work: () => Promise<T>): Promise<T> {
    PlainTwin.paused++;
    try {
      return await work();
    } finally {
      PlainTwin.paused--;
    }
  }

  /** Throws where the API at `url` answers a query otherwise than its twin does. */
  static async compare(url: string, query: string, answered: Answered<unknown>, send: Send): Promise<void> {
    const twin = PlainTwin.paused === 0 ? PlainTwin.twins.get(url) : undefined;
    if (twin && isQuery(query) && !isPassing(answered)) await twin.compare(query, answered, send);
  }

  async stop(): Promise<void> {
    PlainTwin.twins.delete(this.url);
    await (await this.app)?.close();
  }

  private async compare(query: string, first: Answered<unknown>, send: Send): Promise<void> {
    const address = await this.start();
    const known = this.seen.has(query);
    this.seen.add(query);
    let compiled = known ? first : await send(this.url);
    for (let round = 1; ; round++) {
      const plain = await send(address, { 'user-agent': 'robot' });
      if (!PlainTwin.twins.has(this.url) || isPassing(compiled) || isPassing(plain)) return;
      const told = [compiled, plain].map(comparable);
      if (told[0] === told[1]) return;
      if (round === MOST_ROUNDS) throw new Error(`Compiled and plain differ:\n${query}\n${told.join('\n')}`);
      compiled = await send(this.url);
    }
  }

  private async start(): Promise<string> {
    this.app ??= (async () => {
      const app = await buildApi({ ...this.options, graphql: { compiledQueries: 0 } });
      await app.listen(0, '127.0.0.1');
      return app;
    })();
    return (await this.app).getUrl();
  }
}

function isQuery(text: string): boolean {
  try {
    const { definitions } = parse(text);
    return definitions.every((definition) => !('operation' in definition) || definition.operation === 'query');
  } catch {
    return false;
  }
}

function isPassing({ errors = [] }: Answered<unknown>): boolean {
  return errors.some(({ extensions }) => PASSING.has(extensions?.code));
}

/** What is another one in each answer. */
const EACH_ITS_OWN = new Set(['requestId', 'searchId']);

/** An answer as the bytes of its body, without the number that its request went by. */
function comparable(answered: Answered<unknown>): string {
  return JSON.stringify(answered, (key, value: unknown) => (EACH_ITS_OWN.has(key) ? undefined : value));
}
