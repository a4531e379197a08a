import {
  ModelLearningService,
  ModelsReader,
  QueryEmbedder,
  ReplyLinksFollower,
  ReplyLinksReader,
  Similarity,
  type SimilarityFindings,
} from '@app/similarity';
import { Environment } from '@app/environment';
import { setTimeout as pause } from 'node:timers/promises';
import { LiveSimilarity } from '../../libs/similarity/src/serving/live-similarity';
import { MemoryTexts } from '../../libs/similarity/src/serving/memory-texts';
import type { SimilarityThread } from '../../libs/similarity/src/serving/similarity.thread';
import { ThreadsReader } from '../../libs/similarity/src/texts/threads.reader';
import { SubjectMatter } from '../support/subject-matter';
import { TestApp } from '../support/test-app';

const SECONDS = 1_000;

describe('similarity', () => {
  let house: TestApp;
  let matter: SubjectMatter;

  const key = (): string => matter.community.key;
  const suggest = (title: string, community = key()): Promise<SimilarityFindings> =>
    house.app.get(Similarity).suggest(community, { title, body: '' }, 40);
  /** Asks again until what is found is as it should be. */
  const until = async (
    ask: () => Promise<SimilarityFindings>,
    right: (found: SimilarityFindings) => boolean,
  ): Promise<SimilarityFindings> => {
    for (let tries = 0; ; tries++) {
      const found = await ask();
      if (found.complete && right(found)) return found;
      if (tries === 150) throw new Error(`It never becomes right: ${JSON.stringify(found)}`);
      await pause(100);
    }
  };

  beforeAll(async () => {
    house = await TestApp.start();
    matter = new SubjectMatter(house, await house.founder.community());
    await matter.begin();
    await matter.ask(240);
    await matter.index.settle();
    await house.app.get(ReplyLinksFollower).follow(key());
  }, 60 * SECONDS);
  afterAll(() => house.stop());

  it('goes by words alone while a community is young, and says so', async () => {
    await expect(house.app.get(ModelLearningService).learn(key())).resolves.toBe('TOO_YOUNG');
    const first = await suggest('printer');
    expect(first).toEqual({ basis: 'WORDS', version: null, complete: false, topics: 0, candidates: [] });
    const { basis, version, candidates } = await until(
      () => suggest('printer toner'),
      () => true,
    );
    expect({ basis, version }).toEqual({ basis: 'WORDS', version: null });
    expect(candidates.map(({ id }) => id)).toContain(matter.articles[1]);
  });

  it('knows who pointed where', async () => {
    const links = await house.app.get(ReplyLinksReader).since(key(), 0, 500);
    expect(links).toHaveLength(84);
    expect(new Set(links.map(({ targetKind, host, removed }) => `${targetKind} ${host} ${removed}`))).toEqual(
      new Set(['ARTICLE null false']),
    );
  });

  it(
    'learns from the community, serves what was learned, and says why',
    async () => {
      await matter.ask(120);
      await matter.index.settle();
      await expect(house.app.get(ModelLearningService).learn(key())).resolves.toBe('SERVING');
      const [model] = await house.app.get(ModelsReader).latest(key());
      expect(model).toMatchObject({ version: 1, state: 'SERVING', threads: 360, reason: 'It is the first.' });
      expect(model?.figures?.questions).toBeGreaterThan(20);
      const found = await until(
        () => suggest('duplex spooler'),
        ({ basis }) => basis === 'LEARNED',
      );
      expect(found.version).toBe(1);
      const best = found.candidates.find(({ kind }) => kind === 'ARTICLE');
      expect(best?.id).toBe(matter.articles[1]);
      // It is as sure as one half where half of the right ones of its last month stood.
      const half = await house.app.get(ModelsReader).halfRight(key(), 1);
      expect(half).not.toBeNull();
      expect(best?.confidence).toBeCloseTo(1 / (1 + Math.exp((half ?? 0) - (best?.score ?? 0))));
      expect(best?.because.threads.length).toBeGreaterThan(0);
      expect(matter.topics[1]).toEqual(
        expect.arrayContaining(best?.because.threads.map(({ topicId }) => topicId) ?? []),
      );
    },
    60 * SECONDS,
  );

  it(
    'follows edits and what becomes private, and lets the next version take over while it answers',
    async () => {
      const [first = ''] = matter.topics[4]!;
      const has = (id: string) => (found: SimilarityFindings) => found.candidates.some((one) => one.id === id);
      const change = async (text: string, ...values: unknown[]): Promise<void> => {
        await matter.rows(text, values);
        await matter.index.settle();
      };
      await change(
        `UPDATE topics SET title = 'zebra crossing', body_html = 'zebra zebra', version = 2 WHERE community_id = $1 AND id = $2`,
        first,
      );
      const found = await until(() => suggest('zebra'), has(first));
      expect(found.candidates.find(({ id }) => id === first)?.because.sharedWords).toEqual(['zebra']);
      await change(`UPDATE topics SET visibility = 'PRIVATE' WHERE community_id = $1 AND id = $2`, first);
      await until(
        () => suggest('zebra'),
        (one) => !has(first)(one),
      );
      await change(`UPDATE articles SET state = 'DRAFT' WHERE community_id = $1 AND id = $2`, matter.articles[1]);
      await until(
        () => suggest('duplex spooler'),
        (one) => !has(matter.articles[1]!)(one),
      );
      await change(`UPDATE articles SET state = 'PUBLISHED' WHERE community_id = $1 AND id = $2`, matter.articles[1]);
      await until(() => suggest('duplex spooler'), has(matter.articles[1]!));
      await expect(house.app.get(ModelLearningService).learn(key())).resolves.toBe('SERVING');
      await until(
        () => suggest('duplex spooler'),
        ({ version }) => version === 2,
      );
      const states = (await house.app.get(ModelsReader).latest(key())).map(
        ({ version, state }) => `${version} ${state}`,
      );
      expect(states).toEqual(['2 SERVING', '1 RETIRED']);
    },
    60 * SECONDS,
  );

  it('reads everything again when its thread crashes, and ends with the application', async () => {
    const threads: SimilarityThread[] = [];
    class Watched extends LiveSimilarity {
      protected override newThread(): SimilarityThread {
        threads.push(super.newThread());
        return threads.at(-1)!;
      }
    }
    const { app } = house;
    const live = new Watched(
      app.get(MemoryTexts),
      app.get(ThreadsReader),
      app.get(ModelsReader),
      app.get(QueryEmbedder),
      app.get(Environment),
    );
    const ask = (): Promise<SimilarityFindings> => live.suggest(key(), { title: 'spooler', body: '' }, 3);
    const before = await until(ask, ({ candidates }) => candidates.length > 0);
    const pending = ask();
    await threads[0]?.end();
    expect(await pending).toMatchObject({ complete: false, candidates: [] });
    expect(await ask()).toMatchObject({ complete: false, candidates: [] });
    const after = await until(ask, ({ candidates }) => candidates.length > 0);
    expect(threads).toHaveLength(2);
    expect(after.candidates.map(({ id }) => id)).toEqual(before.candidates.map(({ id }) => id));
    await live.onApplicationShutdown();
    expect(threads.map(({ alive }) => alive)).toEqual([false, false]);
    expect(await ask()).toMatchObject({ candidates: [] });
    expect(threads).toHaveLength(2);
  });
});
