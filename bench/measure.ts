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

/** Sends requests as fast as they are answered, on twenty connections. */
export async function measure(port: number, work: Work, requests: readonly Sent[], seconds: number): Promise<Round> {
  const result = await autocannon({
    url: `http://127.0.0.1:${port}`,
    connections: CONNECTIONS,
    duration: seconds,
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
