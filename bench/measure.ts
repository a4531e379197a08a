import autocannon from 'autocannon';
import type { Work } from './works';
import { BENCH_TOKEN } from './data/bench-database';

/** What one round of one work against one contender gave. */
export interface Round {
  readonly requestsPerSecond: number;
  readonly p50: number;
  readonly p99: number;
  readonly bytes: number;
  readonly failures: number;
}

export const CONNECTIONS = 20;

/** A prepared request, as the load generator sends it. */
interface Sent {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly body?: string;
}

/** The requests of a work, in the language of a contender. */
export function requestsOf(work: Work, language: 'floor' | 'ours' | 'postgraphile'): Sent[] {
  return Array.from({ length: 97 }, (_, n) => {
    const variables = work.variables(n);
    if (language === 'floor') {
      const query = Object.entries(variables)
        .map(([name, value]) => `${name}=${value}`)
        .join('&');
      return { method: 'GET', path: query ? `${work.path}${work.path.includes('?') ? '&' : '?'}${query}` : work.path };
    }
    const query = language === 'ours' ? work.query : work.postgraphileQuery;
    return { method: 'POST', path: '/graphql', body: JSON.stringify({ query, variables }) };
  });
}

/** Requests until the engine has compiled what is used often: before, a contender is measured at its slowest. */
const WARM_UP_REQUESTS = 1_000;

/** How long a measurement takes. */
type Length = { readonly duration: number } | { readonly amount: number };

/** Sends requests before the first measurement: as many to each contender, however fast it is. */
export async function warmUp(port: number, work: Work, requests: readonly Sent[]): Promise<void> {
  await send(port, work, requests, { amount: WARM_UP_REQUESTS });
}

/** Sends requests as fast as they are answered, on twenty connections. */
export async function measure(port: number, work: Work, requests: readonly Sent[], seconds: number): Promise<Round> {
  return send(port, work, requests, { duration: seconds });
}

async function send(port: number, work: Work, requests: readonly Sent[], length: Length): Promise<Round> {
  const result = await autocannon({
    url: `http://127.0.0.1:${port}`,
    connections: CONNECTIONS,
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
    p99: result.latency.p99,
    bytes: Math.round(result.throughput.average / result.requests.average),
    failures: result.non2xx + result.errors,
  };
}
