import { setTimeout as pause } from 'node:timers/promises';
import { Environment, type Running } from '@app/environment';
import { startWorker } from '../../apps/worker/src/start-worker';
import { Conversation } from '../support/conversation';
import type { TestCommunity } from '../support/founder';
import { SearchIndex } from '../support/search-index';
import { TestApp } from '../support/test-app';
import type { TestUser } from '../support/test-user';

const WRITES = 80;
const EVERY_MS = 50;

describe('what is written twenty times a second', () => {
  let house: TestApp;
  let worker: Running;
  let community: TestCommunity;
  let index: SearchIndex;

  beforeAll(async () => {
    house = await TestApp.start();
    community = await house.founder.community();
    index = new SearchIndex(house, community);
    worker = await startWorker({
      environment: Environment.from({ NODE_ENV: 'test', LOG_LEVEL: 'error' }),
      urls: house.database,
    });
  });
  afterAll(async () => {
    await worker.stop();
    await house.stop();
  });

  /** When each of the words was first seen in the index. */
  const watch = async (waiting: Set<string>, seen: Map<string, number>, ended: () => boolean): Promise<void> => {
    for (let quiet = 0; quiet < 400 && !(ended() && waiting.size === 0); quiet++) {
      const rows = await index.rows<{ word: string }>(
        `SELECT word FROM unnest($1::text[]) word WHERE EXISTS (SELECT FROM search_documents WHERE whole::text LIKE '%' || word || '%')`,
        [[...waiting]],
      );
      for (const { word } of rows) {
        seen.set(word, performance.now());
        waiting.delete(word);
      }
      await pause(20);
    }
  };

  it('is found, each of them, soon', async () => {
    const users: TestUser[] = [];
    for (let i = 0; i < 8; i++) users.push(await house.founder.member(house.url, community));
    const talk = new Conversation(community);
    const [waiting, written, seen] = [new Set<string>(), new Map<string, number>(), new Map<string, number>()];
    let ended = false;
    const watching = watch(waiting, seen, () => ended);
    const topics: string[] = [];
    const write = async (i: number): Promise<void> => {
      const [user, word, topic] = [users[i % users.length], `lagword${String(i).padStart(3, '0')}x`, topics[i >> 2]];
      if (!user) return;
      if (i % 2 === 0 || !topic) topics.push(await talk.ask(user, { title: `What is ${word}?`, body: 'Who knows?' }));
      else await talk.answer(user, topic, `It is ${word}.`);
      written.set(word, performance.now());
      waiting.add(word);
    };
    const all: Promise<void>[] = [];
    for (let i = 0; i < WRITES; i++) {
      all.push(write(i));
      await pause(EVERY_MS);
    }
    await Promise.all(all);
    ended = true;
    await watching;
    const lags = [...written].map(([word, at]) => (seen.get(word) ?? Infinity) - at).sort((a, b) => a - b);
    expect(lags).toHaveLength(WRITES);
    expect(lags.at(-1)).toBeLessThan(Infinity);
    const at = (part: number): string => (lags[Math.ceil(part * WRITES) - 1] ?? 0).toFixed(0);
    process.stdout.write(`found after ${at(0.5)} ms (median), ${at(0.99)} ms (99 of 100), seen every 20 ms\n`);
    const { before, after } = await index.beforeAndAfter();
    expect(before).toEqual(after);
  });
});
