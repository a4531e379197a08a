import { mkdirSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { EmbeddedServer, Reader } from '@app/database';
import { PostgresEngine } from '@app/search';
import { sentencesOfTheDemo } from '../data/bench-database';
import { BareSearch } from './bare-search';
import { GeneratedDocuments } from './generated-documents';
import { searchDatabase } from './search-database';

const DATA = resolve('.data/bench-search');
const COMMUNITY = '01900000-0000-7000-8000-000000000001';
/** The newest topic is as old in every run, so that kept databases stay comparable. */
const NOW = Date.UTC(2026, 9, 1);

/** How long searches took, in milliseconds, in a community of so many topics. */
interface Taken {
  readonly topics: number;
  readonly work: string;
  readonly p50: number;
  readonly p95: number;
  readonly max: number;
}

const { values: options } = parseArgs({
  options: {
    sizes: { type: 'string', default: '10000,100000' },
    queries: { type: 'string', default: '200' },
    rounds: { type: 'string', default: '3' },
    slowest: { type: 'boolean', default: false },
  },
});

/**
 * `npm run bench:search -- [--sizes 100000,1000000] [--queries 200] [--rounds 3] [--slowest]`: how long searches of two to
 * four words take on the embedded engine, one after the other, beside bare full-text statements on the same table.
 */
async function main(): Promise<void> {
  mkdirSync(DATA, { recursive: true });
  const server = await EmbeddedServer.start({ dataDir: DATA, settings: { shared_buffers: '512MB' } });
  const found: Taken[] = [];
  try {
    for (const topics of options.sizes.split(',').map(Number)) found.push(...(await measure(server, topics)));
  } finally {
    await server.stop();
  }
  writeFileSync(resolve(DATA, 'result.json'), `${JSON.stringify(found, null, 2)}\n`);
  process.stdout.write(`\n${table(found)}\n`);
}

async function measure(server: EmbeddedServer, topics: number): Promise<Taken[]> {
  const documents = new GeneratedDocuments(sentencesOfTheDemo(), topics, NOW);
  const { urls, rate } = await searchDatabase(server, COMMUNITY, documents, topics);
  if (rate !== null) process.stdout.write(`${topics} topics indexed: ${Math.round(rate)}/s\n`);
  const reader = new Reader(urls, 1);
  const engine = new PostgresEngine(reader);
  const bare = await BareSearch.open(urls.adminUrl, COMMUNITY);
  const request = (text: string, facets: boolean): Parameters<PostgresEngine['search']>[0] => ({
    communityId: COMMUNITY,
    text,
    locale: 'en',
    kinds: ['TOPIC', 'ARTICLE'],
    filters: {},
    reader: { seesAll: false, memberId: null },
    offset: 0,
    limit: 20,
    facets,
  });
  const works: [string, (text: string) => Promise<unknown>][] = [
    ['bare, any 20 matches', (text) => bare.some(text)],
    ['bare, counted', (text) => bare.count(text)],
    ['bare, ranked', (text) => bare.ranked(text)],
    ['ours, with facets', (text) => engine.search(request(text, true))],
    ['ours, without facets', (text) => engine.search(request(text, false))],
    ['ours, one common word', (text) => engine.search(request(text.split(' ')[0] ?? '', true))],
  ];
  const times = new Map(works.map(([name]) => [name, [] as { ms: number; text: string }[]]));
  const queries = Array.from({ length: Number(options.queries) }, (_, i) => documents.query(i));
  try {
    for (let round = 0; round <= Number(options.rounds); round++) {
      for (const [name, work] of works) {
        for (const text of queries) {
          const begun = performance.now();
          await work(text);
          // The first round warms up.
          if (round > 0) times.get(name)?.push({ ms: performance.now() - begun, text });
        }
      }
    }
  } finally {
    await Promise.all([reader.close(), bare.close()]);
  }
  if (options.slowest) {
    const slowest = (times.get('ours, with facets') ?? []).toSorted((a, b) => b.ms - a.ms).slice(0, 12);
    for (const { ms, text } of slowest) process.stdout.write(`${ms.toFixed(1).padStart(8)} ms  ${text}\n`);
  }
  return works.map(([work]) =>
    taken(
      topics,
      work,
      (times.get(work) ?? []).map(({ ms }) => ms),
    ),
  );
}

function taken(topics: number, work: string, times: number[]): Taken {
  const ordered = times.toSorted((a, b) => a - b);
  const at = (share: number): number => ordered[Math.min(ordered.length - 1, Math.floor(share * ordered.length))] ?? 0;
  return { topics, work, p50: at(0.5), p95: at(0.95), max: at(1) };
}

function table(found: readonly Taken[]): string {
  const lines = [
    '| topics | work | p50 ms | p95 ms | max ms | p95 of bare, ranked |',
    '| --: | --- | --: | --: | --: | --: |',
  ];
  for (const { topics, work, p50, p95, max } of found) {
    const floor = found.find((other) => other.topics === topics && other.work === 'bare, ranked')?.p95 ?? p95;
    const cells = [topics, work, p50.toFixed(1), p95.toFixed(1), max.toFixed(1), (p95 / floor).toFixed(2)];
    lines.push(`| ${cells.join(' | ')} |`);
  }
  return lines.join('\n');
}

void main();
