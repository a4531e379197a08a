import { monitorEventLoopDelay } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import { NestFactory } from '@nestjs/core';
import { Environment } from '@app/environment';
import type { DatabaseUrls } from '@app/database';
import { newId } from '@app/kernel';
import { RoutingRounds, RoutingWarming } from '@app/superfans';
import type { Client } from 'pg';
import { WorkerModule } from '../../apps/worker/src/worker.module';
import { say } from '../reputation/telling';
import { withEmptyDatabase } from '../reputation/with-empty-database';
import { generateHelpers, HELPERS_ID } from './generated-helpers';

const { values: options } = parseArgs({
  options: {
    topics: { type: 'string', default: '100000' },
    members: { type: 'string', default: '20000' },
    starts: { type: 'string', default: '3' },
  },
});

/** Topics that are asked after each start, one after the other. */
const ASKED = 5;

/**
 * `npm run bench:routing -- [--topics 100000] [--members 20000] [--starts 3]`: how long it takes until people were asked
 * about a topic, right after the worker has started, while it reads what is known of people, and when it has; three answers
 * a topic, by nearly all members.
 */
async function main(): Promise<void> {
  const [topics, members, starts] = [options.topics, options.members, options.starts].map(Number) as [
    number,
    number,
    number,
  ];
  await withEmptyDatabase(async (urls, writer) => {
    await generateHelpers(writer, { topics, members, answers: topics * 3, helpers: Math.floor(members * 0.85) });
    for (let start = 0; start < starts; start++) {
      say(`start ${start + 1}, the first topic at once: ${await afterStart(urls, writer, false)}`);
      say(`start ${start + 1}, the first topic when all is read: ${await afterStart(urls, writer, true)}`);
    }
  });
}

/** @param waits whether the first topic is asked when all is read, as if nobody could be asked before */
async function afterStart(urls: DatabaseUrls, writer: Client, waits: boolean): Promise<string> {
  const environment = Environment.from({ NODE_ENV: 'test', LOG_LEVEL: 'error' });
  const services = await NestFactory.createApplicationContext(WorkerModule.with({ environment, urls }), {
    logger: ['error', 'warn'],
    abortOnError: false,
  });
  try {
    const begun = performance.now();
    const whole = services
      .get(RoutingWarming)
      .warm(new AbortController().signal)
      .then(() => seconds(performance.now() - begun));
    whole.catch(() => undefined);
    if (waits) await whole;
    const delay = monitorEventLoopDelay({ resolution: 5 });
    delay.enable();
    const times: string[] = [];
    for (let n = 0; n < ASKED; n++) times.push(await routed(services.get(RoutingRounds), writer));
    delay.disable();
    const held = (delay.max / 1e6 - 5).toFixed(0);
    return `${times.join(', ')}; all was read after ${await whole}; event loop held at most ${held} ms`;
  } finally {
    await services.close();
  }
}

/** Asks a topic, and has people found for it. */
async function routed(rounds: RoutingRounds, writer: Client): Promise<string> {
  const topicId = newId();
  await writer.query(
    `INSERT INTO topics (community_id, id, code, slug, kind, title, body, body_html, author_id, author_role, locale, last_activity_at)
     SELECT community_id, $1::uuid, $1::uuid::text, 'a', kind, title, body, '', author_id, author_role, locale, now()
     FROM topics WHERE community_id = $2 ORDER BY created_at DESC LIMIT 1`,
    [topicId, HELPERS_ID],
  );
  const begun = performance.now();
  await rounds.route({ communityId: HELPERS_ID, topicId });
  const took = performance.now() - begun;
  const asked = await writer.query('SELECT FROM topic_asks WHERE topic_id = $1', [topicId]);
  return `${seconds(took)} (${asked.rowCount} people)`;
}

function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(2)} s`;
}

void main();
