import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import { NestFactory } from '@nestjs/core';
import type { INestApplicationContext } from '@nestjs/common';
import { migrate, openDatabase, Reader } from '@app/database';
import { Environment } from '@app/environment';
import { SearchIndexer } from '@app/search';
import { LearningQueue, ModelLearningService, ModelsReader, ReplyLinksFollower, Similarity } from '@app/similarity';
import sql from 'sql-template-tag';
import { WorkerModule } from '../../apps/worker/src/worker.module';

const ASKED = 300;
/** Words of a title that are typed when suggestions are asked for. */
const TYPED = 6;

interface Asked {
  readonly id: string;
  readonly title: string;
}

/**
 * `npm run bench:serving -- --community <slug> [--learn no]`: with a community that is there (imported, or generated), how
 * long it takes to index, learn and load it, how fast suggestions are, and how long the event loop was held meanwhile. All of it runs in one process, as `npm start` does.
 */
async function main(): Promise<void> {
  const environment = Environment.from(process.env);
  const database = await openDatabase(environment, { beside: true });
  await migrate(database.urls);
  const module = WorkerModule.with({ environment, urls: database.urls });
  const services = await NestFactory.createApplicationContext(module, {
    logger: ['error', 'warn'],
    abortOnError: false,
  });
  try {
    await measure(services, option('community', 'thunderbird'));
  } finally {
    await services.close();
    await database.stop();
  }
}

async function measure(services: INestApplicationContext, slug: string): Promise<void> {
  const reader = services.get(Reader);
  const [community] = await reader.globalRows<{ id: string }>(sql`SELECT id FROM communities WHERE slug = ${slug}`);
  if (!community) throw new Error(`There is no community "${slug}": import one first.`);
  const { id } = community;
  await phase('indexing', () => services.get(SearchIndexer).drain(id));
  await phase('following links', () => services.get(ReplyLinksFollower).follow(id));
  await phase('asking whether it has grown', () => services.get(LearningQueue).afterGrowth(id));
  if (option('learn', 'yes') === 'yes') await phase('learning', () => services.get(ModelLearningService).learn(id));
  const [model] = await services.get(ModelsReader).latest(id);
  tell(
    `version ${model?.version ?? '-'}: ${model?.words ?? 0} words, ${model?.threads ?? 0} threads, ${model?.reason ?? '-'}`,
  );
  const asked = await reader.rows<Asked>(
    id,
    sql`SELECT t.id, t.title FROM topics t WHERE t.community_id = ${id} AND t.state = 'VISIBLE'
      ORDER BY hashtext(t.id::text) LIMIT ${ASKED}`,
  );
  await phase('loading', () => loaded(services.get(Similarity), id));
  const times = await phase(`${ASKED} suggestions`, () => suggesting(services.get(Similarity), id, asked));
  tell(`suggestions: p50 ${at(times, 0.5)} ms, p95 ${at(times, 0.95)} ms`);
}

/** Asks until all is loaded. */
async function loaded(similarity: Similarity, communityId: string): Promise<void> {
  for (;;) {
    const { complete } = await similarity.suggest(communityId, { title: 'loaded', body: '' }, 1);
    if (complete) return;
    await pause(200);
  }
}

async function suggesting(similarity: Similarity, communityId: string, asked: readonly Asked[]): Promise<number[]> {
  const times: number[] = [];
  for (const { title } of asked) {
    const started = performance.now();
    await similarity.suggest(communityId, { title: typed(title), body: '' }, 5);
    times.push(performance.now() - started);
  }
  return times;
}

async function phase<T>(name: string, work: () => Promise<T>): Promise<T> {
  const delay = monitorEventLoopDelay({ resolution: 5 });
  delay.enable();
  const started = performance.now();
  const result = await work();
  delay.disable();
  const seconds = ((performance.now() - started) / 1_000).toFixed(1);
  const held = [delay.percentile(99), delay.max].map((nanoseconds) => (nanoseconds / 1e6 - 5).toFixed(0));
  const { rss, heapUsed } = process.memoryUsage();
  tell(
    `${name}: ${seconds} s; event loop held p99 ${held[0]} ms, at most ${held[1]} ms; ${mb(rss)} MB resident, ${mb(heapUsed)} MB heap`,
  );
  return result;
}

function typed(title: string): string {
  return title.split(/\s+/).slice(0, TYPED).join(' ');
}

function at(times: readonly number[], share: number): string {
  return (times.toSorted((a, b) => a - b)[Math.floor(times.length * share)] ?? 0).toFixed(1);
}

function mb(bytes: number): string {
  return (bytes / 1_048_576).toFixed(0);
}

function tell(line: string): void {
  process.stdout.write(`${line}\n`);
}

function option(name: string, fallback: string): string {
  const place = process.argv.indexOf(`--${name}`);
  return (place > 0 ? process.argv[place + 1] : undefined) ?? fallback;
}

void main();
