import { Logger } from '@nestjs/common';
import { Meilisearch, MeilisearchApiError } from 'meilisearch';
import { EngineDown } from '../engine/engine-down';
import { CircuitBreaker, type BreakerLimits } from './circuit-breaker';

/** Where a Meilisearch is, how its indexes are named, and how long to wait for it. */
export interface MeiliOptions {
  /** null: there is none. */
  readonly host: string | null;
  readonly apiKey: string | null;
  /** Before the name of each index, so that several installations, or tests, share one instance. */
  readonly prefix?: string;
  /** Milliseconds that somebody who searches waits. */
  readonly searchMs?: number;
  /** Milliseconds that a write waits to be accepted. */
  readonly writeMs?: number;
  readonly breaker?: BreakerLimits;
}

const SEARCH_MS = 1_000;
const WRITE_MS = 15_000;
const BREAKER: BreakerLimits = { failures: 3, pauseMs: 2_000 };
/** What the instance says about this request alone, and not about itself. */
const OWN_FAULTS = [400, 404, 409, 413];

/** The way to Meilisearch: in time or not at all, and not again and again where it does not answer. */
export class MeiliConnection {
  private readonly log = new Logger('Meilisearch');
  private readonly searching: Lane | null;
  private readonly writing: Lane | null;
  private readonly searchMs: number;
  readonly prefix: string;

  constructor({ host, apiKey, prefix = 'answerhood_', ...limits }: MeiliOptions) {
    this.prefix = prefix;
    const lane = (timeout: number): Lane | null =>
      host === null
        ? null
        : {
            client: new Meilisearch({ host, timeout, ...(apiKey === null ? {} : { apiKey }) }),
            breaker: new CircuitBreaker(limits.breaker ?? BREAKER),
          };
    this.searchMs = limits.searchMs ?? SEARCH_MS;
    this.searching = lane(this.searchMs);
    this.writing = lane(limits.writeMs ?? WRITE_MS);
  }

  /** Whether there is meant to be one. */
  get configured(): boolean {
    return this.searching !== null;
  }

  /**
   * Asks on behalf of somebody who waits.
   * @param question is through with all its requests when the signal comes
   * @throws EngineDown
   */
  async ask<T>(question: (client: Meilisearch, signal: AbortSignal) => Promise<T>): Promise<T> {
    const lane = required(this.searching);
    const inTime = (client: Meilisearch): Promise<T> => question(client, AbortSignal.timeout(this.searchMs));
    const admitted = lane.breaker.admits();
    if (admitted === true) return this.watch(lane, inTime);
    // Nobody waits for the one that finds out whether it is back.
    if (admitted === 'trial') void this.watch(lane, inTime).catch(() => undefined);
    throw new EngineDown('Meilisearch has not answered lately.');
  }

  /** Writes, or reads what is written. @throws EngineDown; MeilisearchApiError where the request itself was refused */
  async write<T>(work: (client: Meilisearch) => Promise<T>): Promise<T> {
    const lane = required(this.writing);
    if (!lane.breaker.admits()) throw new EngineDown('Meilisearch has not answered lately.');
    return this.watch(lane, work);
  }

  private async watch<T>(lane: Lane, work: (client: Meilisearch) => Promise<T>): Promise<T> {
    try {
      const found = await work(lane.client);
      this.answered(lane);
      return found;
    } catch (error) {
      // What is about this one question alone says that it answers.
      if (error instanceof EngineDown) {
        this.answered(lane);
        throw error;
      }
      const refused = error instanceof MeilisearchApiError && OWN_FAULTS.includes(error.response.status);
      if (refused) this.answered(lane);
      if (refused && lane === this.writing) throw error;
      const reason = reasonOf(error);
      if (!refused && lane.breaker.failed()) this.log.warn(`does not do what it should: ${reason}`);
      throw new EngineDown(reason);
    }
  }

  private answered({ breaker }: Lane): void {
    if (breaker.succeeded()) this.log.log('answers again.');
  }
}

interface Lane {
  readonly client: Meilisearch;
  readonly breaker: CircuitBreaker;
}

function required(lane: Lane | null): Lane {
  if (lane === null) throw new EngineDown('There is no Meilisearch: MEILI_HOST is not set.');
  return lane;
}

/** One line, for logs. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const cause = error.cause instanceof Error ? ` (${error.cause.message})` : '';
  return `${error.message}${cause}`.split('\n', 1)[0] ?? '';
}
