import { EmbeddingsFollower, ReplyLinksFollower, Similarity, type SimilarityFindings } from '@app/similarity';
import { setTimeout as pause } from 'node:timers/promises';
import { EmbeddingEndpoint } from '../support/embedding-endpoint';
import { SubjectMatter } from '../support/subject-matter';
import { TestApp } from '../support/test-app';

const SECONDS = 1_000;

describe('a pretrained model beside what was learned', () => {
  // It knows what no member has written: that a "diary" is about the same as a calendar.
  const endpoint = new EmbeddingEndpoint([
    ['diary', 'calendar', 'event', 'invitation', 'reminder', 'appointment', 'recurring'],
    ['printer', 'paper', 'spooler', 'toner', 'duplex', 'margins'],
  ]);
  let house: TestApp;
  let matter: SubjectMatter;

  const key = (): string => matter.community.key;
  const follow = (): Promise<number> => house.app.get(EmbeddingsFollower).follow(key());
  const suggest = (title: string): Promise<SimilarityFindings> =>
    house.app.get(Similarity).suggest(key(), { title, body: '' }, 10);
  const topicsFor = async (title: string): Promise<string[]> =>
    (await suggest(title)).candidates.flatMap(({ kind, id }) => (kind === 'TOPIC' ? [id] : []));
  /** Asks again until what is found is as it should be. */
  const until = async (right: () => Promise<boolean>): Promise<void> => {
    for (let tries = 0; !(await right()); tries++) {
      if (tries === 150) throw new Error('It never becomes right.');
      await pause(100);
    }
  };

  beforeAll(async () => {
    house = await TestApp.start({ EMBEDDER_URL: await endpoint.start(), EMBEDDER_KEY: 'secret' });
    matter = new SubjectMatter(house, await house.founder.community());
    await matter.begin();
    await matter.ask(60);
    await matter.index.settle();
    await house.app.get(ReplyLinksFollower).follow(key());
  }, 60 * SECONDS);
  afterAll(async () => {
    await house.stop();
    endpoint.stop();
  });

  it('reads every topic and article once, and what has changed again', async () => {
    const texts = 60 + matter.articles.length;
    await expect(follow()).resolves.toBe(texts);
    await expect(follow()).resolves.toBe(0);
    expect(endpoint.texts).toHaveLength(texts);
    expect(new Set(endpoint.keys)).toEqual(new Set(['Bearer secret']));
    await matter.ask(1);
    await matter.index.settle();
    await expect(follow()).resolves.toBe(1);
  });

  it(
    'finds what shares no word with the question',
    async () => {
      await until(async () => {
        const found = await topicsFor('diary');
        return found.length > 0 && found.every((id) => matter.topics[0]!.includes(id));
      });
    },
    30 * SECONDS,
  );

  it('is asked once for a text that is typed again', async () => {
    await topicsFor('toner again');
    const { length } = endpoint.texts;
    await topicsFor('toner again');
    expect(endpoint.texts).toHaveLength(length);
  });

  it('is gone without while it is down, and nothing else changes', async () => {
    endpoint.fails = true;
    expect(await topicsFor('another diary')).toEqual([]);
    const found = await topicsFor('printer');
    expect(found.length).toBeGreaterThan(0);
    expect(matter.topics[1]).toEqual(expect.arrayContaining(found.slice(0, 1)));
    await matter.ask(1);
    await matter.index.settle();
    await expect(follow()).rejects.toThrow('503');
    endpoint.fails = false;
    await expect(follow()).resolves.toBe(1);
  });

  it('forgets what may be found no longer', async () => {
    const [topic = ''] = matter.topics[0]!;
    await matter.rows(`UPDATE topics SET state = 'REMOVED' WHERE id = '${topic}'`);
    await matter.index.settle();
    await follow();
    const left = await matter.rows(`SELECT 1 FROM text_embeddings WHERE id = '${topic}'`);
    expect(left).toEqual([]);
  });
});
