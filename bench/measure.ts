import autocannon from 'autocannon';
import type { Work } from './works';
import { BENCH_TOKEN } from './data/bench-database';
import { REQUESTS, type BenchInputs } from './data/bench-inputs';

/** What one round of one work against one contender gave. */
export interface Round {
  readonly requestsPerSecond: number;
  readonly p50: number;
  /** 97.5 of a hundred took no longer. */
  readonly p97: number;
  readonly p99: number;
  readonly bytes: number;
  readonly failures: number;
}

/** What a contender is asked in. */
type Language = 'floor' | 'ours' | 'postgraphile';

/** A prepared request, as the load generator sends it. */
interface Sent {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly body?: string;
}

/** The requests of a work, in the language of a contender. */
export function requestsOf(work: Work, language: Language, inputs: BenchInputs): Sent[] {
  return Array.from({ length: REQUESTS }, (_, n) => {
    const variables = work.variables(n, inputs);
    if (language === 'floor') {
      const query = Object.entries(variables)
        .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
        .join('&');
      return { method: 'GET', path: query ? `${work.path}${work.path.includes('?') ? '&' : '?'}${query}` : work.path };
    }
    const query = language === 'ours' ? work.query : work.postgraphileQuery;
    return { method: 'POST', path: '/graphql', body: JSON.stringify({ query, variables }) };
  });
}

/** How long a measurement takes. */
type Length = { readonly duration: number } | { readonly amount: number };

/** Sends requests before the first measurement: as many to each contender, however fast it is. */
export async function warmUp(port: number, work: Work, requests: readonly Sent[]): Promise<void> {
  await send(port, work, requests, { amount: work.warmUp });
}

/** Sends requests as fast as they are answered, on as many connections as the work has callers. */
export async function measure(port: number, work: Work, requests: readonly Sent[], seconds: number): Promise<Round> {
  return send(port, work, requests, { duration: seconds });
}

async function send(port: number, work: Work, requests: readonly Sent[], length: Length): Promise<Round> {
  const result = await autocannon({
    url: `http://127.0.0.1:${port}`,
    connections: work.connections,
    ...length,
    headers: {
      'content-type': 'application/json',
      ...(work.asMember ? { authorization: `Bearer ${BENCH_TOKEN}` } : {}),
    },
    requests: [...requests],
  });
  return {
    requestsPerSecond: result.requests.average,
    p50: result.latency.p50,
    p97: result.latency.p97_5,
    p99: result.latency.p99,
    bytes: Math.round(result.throughput.average / result.requests.average),
    failures: result.non2xx + result.errors,
  };
}
