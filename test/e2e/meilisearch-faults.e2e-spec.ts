import { setTimeout as pause } from 'node:timers/promises';
import { Environment, type Running } from '@app/environment';
import { MirrorFollowUpService } from '@app/search';
import { startWorker } from '../../apps/worker/src/start-worker';
import { Conversation } from '../support/conversation';
import type { TestCommunity } from '../support/founder';
import { MeiliServer } from '../support/meili/meili-server';
import { MirrorCheck } from '../support/meili/mirror-check';
import { describeWithOwnMeili, meiliBinary } from '../support/meili/real-meili';
import { TestApp } from '../support/test-app';
import type { TestUser } from '../support/test-user';

const SEARCH = `query ($slug: String!, $query: String!) { community(slug: $slug) { search(query: $query, first: 20) {
  degraded totalCount } } }`;
/** Milliseconds between two questions that are asked: 20 a second. */
const PACE_MS = 50;

interface Found {
  readonly degraded: boolean;
  readonly totalCount: number;
}

describeWithOwnMeili('Meilisearch, killed and emptied in the middle of everything', () => {
  let server: MeiliServer;
  let house: TestApp;
  let worker: Running;
  let community: TestCommunity;
  let asker: TestUser;
  let check: MirrorCheck;
  const asked: string[] = [];

  beforeAll(async () => {
    server = await MeiliServer.start(meiliBinary());
    await open(server.apiKey);
    community = await house.founder.community();
    asker = await house.founder.member(house.url, community);
    check = new MirrorCheck(house.founder, community.key, { ...server, host: server.host, prefix: 'answerhood_' });
  }, 60_000);
  afterAll(async () => {
    await close();
    await server.kill();
  }, 60_000);

  const open = async (apiKey: string): Promise<void> => {
    const settings = { MEILI_HOST: server.host, MEILI_API_KEY: apiKey };
    house = await TestApp.start(settings);
    const environment = Environment.from({ NODE_ENV: 'test', LOG_LEVEL: 'fatal', ...settings });
    worker = await startWorker({ environment, urls: house.database });
  };
  const close = async (): Promise<void> => {
    await worker.stop();
    await house.stop();
  };
  const ask = async (title: string): Promise<void> => {
    asked.push(await new Conversation(community).ask(asker, { title }));
  };
  const search = async (query: string): Promise<Found> => {
    const found = await asker.ask<{ community: { search: Found } }>(SEARCH, { slug: community.slug, query });
    return found.community.search;
  };
  /** Everything that was asked can be found, and Meilisearch finds it. */
  const converged = async (): Promise<void> => {
    for (;;) {
      const { degraded, totalCount } = await search('hovercraft');
      if (!degraded && totalCount === asked.length) break;
      await pause(200);
    }
    await check.converged();
  };
  /** Asks and searches while `fault` happens; both always work. */
  const during = async (fault: () => Promise<void>): Promise<Found[]> => {
    const found: Found[] = [];
    const over = new AbortController();
    const writing = (async () => {
      for (let i = 0; !over.signal.aborted || i < 10; i++) {
        await ask(`My hovercraft is full of eels ${asked.length}`);
        await pause(PACE_MS);
      }
    })();
    const searching = (async () => {
      while (!over.signal.aborted) found.push(await search('hovercraft'));
    })();
    await pause(500);
    await fault();
    await pause(500);
    over.abort();
    await Promise.all([writing, searching]);
    return found;
  };

  it('finds what was just asked, while all is well', async () => {
    await ask('My hovercraft is full of eels');
    await converged();
  }, 60_000);

  it('is killed three times: nothing is lost, search goes on, all is there in the end', async () => {
    for (let time = 0; time < 3; time++) {
      const found = await during(async () => {
        await server.kill();
        await pause(1_500);
        await server.start();
      });
      expect(found.some(({ degraded }) => degraded)).toBe(true);
      expect(found.every(({ totalCount }) => totalCount > 0)).toBe(true);
    }
    await converged();
  }, 180_000);

  it('is emptied: it is not asked before all is there again', async () => {
    const before = asked.length;
    const found = await during(async () => {
      await server.wipe();
      await server.start();
      // As every minute.
      await house.app.get(MirrorFollowUpService).follow();
    });
    for (const { totalCount } of found) expect(totalCount).toBeGreaterThanOrEqual(before);
    await converged();
  }, 120_000);

  it('is away for good: search is there, and says that it is not at its best', async () => {
    await server.kill();
    await ask('My hovercraft is full of eels at last');
    for (;;) {
      const { degraded, totalCount } = await search('hovercraft');
      expect(degraded).toBe(true);
      if (totalCount === asked.length) break;
      await pause(100);
    }
    await server.start();
    await converged();
  }, 120_000);

  it('does not take the key: the same', async () => {
    await close();
    asked.length = 0;
    await open('a key that is wrong'.replaceAll(' ', '-'));
    community = await house.founder.community();
    asker = await house.founder.member(house.url, community);
    await ask('My hovercraft is full of eels');
    for (;;) {
      const { degraded, totalCount } = await search('hovercraft');
      expect(degraded).toBe(true);
      if (totalCount === 1) break;
      await pause(100);
    }
  }, 60_000);
});
