import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { Environment, type Running } from '@app/environment';
import { startWorker } from '../../apps/worker/src/start-worker';
import { ViewCounter } from '../../apps/api/src/topics/view-counter';
import type { TestCommunity } from '../support/founder';
import { TestApp } from '../support/test-app';
import { TestUser } from '../support/test-user';

const BROWSER = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0';
const ROBOT = 'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)';

describe('views', () => {
  let house: TestApp;
  let worker: Running;
  let community: TestCommunity;
  let id: string;

  beforeAll(async () => {
    house = await TestApp.start();
    worker = await startWorker({
      environment: Environment.from({ NODE_ENV: 'test', LOG_LEVEL: 'error' }),
      urls: house.database,
    });
    community = await house.founder.community();
    const ann = await house.founder.member(house.url, community);
    const { ask } = await ann.ask<{ ask: { id: string } }>(
      'mutation ($input: AskInput!) { ask(input: $input) { id } }',
      {
        input: { communityId: community.id, idempotencyKey: randomUUID(), title: 'Views?', body: 'Who looks?' },
      },
    );
    id = ask.id;
  });
  afterAll(async () => {
    await worker.stop();
    await house.stop();
  });

  const look = (agent: string, user?: TestUser): Promise<object> =>
    new TestUser(house.url, user?.token ?? null, '', { 'user-agent': agent }).ask(
      'query ($id: ID!) { topic(id: $id) { id } }',
      { id },
    );

  const count = async (): Promise<number> => {
    const [row] = await house.founder.sql<{ view_count: number }>(community.key, 'SELECT view_count FROM topics');
    return row?.view_count ?? -1;
  };

  const countAfterAll = async (expected: number): Promise<number> => {
    await house.app.get(ViewCounter).flush();
    for (let i = 0; i < 100 && (await count()) !== expected; i++) await pause(50);
    return count();
  };

  it('count people once, and robots never', async () => {
    const [ben, cas] = await Promise.all([
      house.founder.member(house.url, community),
      house.founder.member(house.url, community),
    ]);
    await Promise.all([
      look(BROWSER),
      look(BROWSER),
      look(BROWSER, ben),
      look(BROWSER, cas),
      look(ROBOT),
      look('curl/8.0'),
    ]);
    await expect(countAfterAll(3)).resolves.toBe(3);
  });

  it('count a batch that is delivered twice once', async () => {
    const payload = {
      communityId: community.key,
      batchId: randomUUID(),
      views: Object.fromEntries(
        (await house.founder.sql<{ id: string }>(community.key, 'SELECT id FROM topics')).map((row) => [row.id, 5]),
      ),
    };
    const add = `SELECT graphile_worker.add_job('write_topic_views', $1)`;
    await house.founder.sql(community.key, add, [payload]);
    await house.founder.sql(community.key, add, [payload]);
    await expect(countAfterAll(8)).resolves.toBe(8);
    const left = async () =>
      house.founder.sql<{ n: number }>(
        community.key,
        `SELECT count(*)::int AS n FROM graphile_worker.jobs WHERE task_identifier = 'write_topic_views'`,
      );
    for (let i = 0; i < 100 && (await left())[0]?.n !== 0; i++) await pause(50);
    await expect(left()).resolves.toEqual([{ n: 0 }]);
    await expect(count()).resolves.toBe(8);
  });
});
