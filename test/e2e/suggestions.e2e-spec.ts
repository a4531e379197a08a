import { setTimeout as pause } from 'node:timers/promises';
import { Environment, type Running } from '@app/environment';
import { GlobalId, newId } from '@app/kernel';
import { startWorker } from '../../apps/worker/src/start-worker';
import { Backstage } from '../support/backstage';
import { Conversation } from '../support/conversation';
import type { TestCommunity } from '../support/founder';
import { PlainTwin } from '../support/plain-twin';
import { TestApp } from '../support/test-app';
import type { TestUser } from '../support/test-user';

const SUGGESTIONS = `query ($slug: String!, $title: String!, $productIds: [ID!]) { community(slug: $slug) {
  suggestions(title: $title, productIds: $productIds) { why basis isProbablyAnswered topic { id title } } } }`;

interface Suggested {
  readonly why: string;
  readonly basis: string;
  readonly topic: { readonly id: string };
}

/** Indexing and remembering follow within seconds. */
const TRIES = 150;

describe('suggestions of a community that is too young to have taught anything', () => {
  let house: TestApp;
  let worker: Running;
  let community: TestCommunity;
  let ann: TestUser;
  let solved: string;

  /** What is remembered of a community is each process's own, and may be a second older in the twin. */
  const suggest = async (title: string, productIds?: string[]): Promise<Suggested[]> => {
    const variables = { slug: community.slug, title, productIds };
    const ask = (): Promise<{ community: { suggestions: Suggested[] } }> => house.stranger.ask(SUGGESTIONS, variables);
    return (await PlainTwin.without(ask)).community.suggestions;
  };
  const until = async (title: string, done: (found: Suggested[]) => boolean): Promise<Suggested[]> => {
    for (let tries = 1; ; tries++) {
      const found = await suggest(title);
      if (done(found) || tries === TRIES) return found;
      await pause(100);
    }
  };

  beforeAll(async () => {
    house = await TestApp.start();
    worker = await startWorker({
      environment: Environment.from({ NODE_ENV: 'test', LOG_LEVEL: 'error' }),
      urls: house.database,
    });
    community = await house.founder.community();
    ann = await house.founder.member(house.url, community);
    const say = new Conversation(community);
    solved = await say.ask(ann, { title: 'Calendar does not synchronise', body: 'The calendar stays empty.' });
    await new Backstage(house, community).setTopic(
      solved,
      `resolution = 'SOLVED', resolved_by = 'ASKER', resolved_at = now()`,
    );
    await say.ask(ann, { title: 'Printer jams', body: 'Paper everywhere.' });
  });
  afterAll(async () => {
    await worker.stop();
    await house.stop();
  });

  it('go by words, say so, and follow what is written', async () => {
    const [first] = await until('Calendar empty', (found) => found.length > 0);
    expect(first).toMatchObject({ basis: 'WORDS', topic: { id: solved } });
    expect(first?.why).toMatch(/^Solved, and shares .*calendar.* with what you wrote\.$/);
  });

  it('leave out what is about other products alone, and keep what is about a part of one', async () => {
    const [garden, mower, kitchen] = [newId(), newId(), newId()];
    const sorted = (product: string): Promise<object[]> =>
      house.founder.sql(
        community.key,
        'INSERT INTO topic_products (community_id, topic_id, product_id) VALUES ($1, $2, $3)',
        [community.key, GlobalId.of(solved, 'Topic').id, product],
      );
    await house.founder.sql(
      community.key,
      `INSERT INTO products (community_id, id, parent_id, slug, name) VALUES
        ($1, $2, NULL, 'garden', 'Garden'), ($1, $3, $2, 'mower', 'Mower'), ($1, $4, NULL, 'kitchen', 'Kitchen')`,
      [community.key, garden, mower, kitchen],
    );
    const idsAbout = async (product: string): Promise<string[]> =>
      (await suggest('Calendar empty', [globalId(product)])).map(({ topic }) => topic.id);
    const globalId = (key: string): string => GlobalId.encode('Product', community.key, key);
    expect(await idsAbout(kitchen)).toContain(solved);
    await sorted(mower);
    expect(await idsAbout(garden)).toContain(solved);
    expect(await idsAbout(mower)).toContain(solved);
    expect(await idsAbout(kitchen)).not.toContain(solved);
  });

  it('leave out what is hidden the moment it is', async () => {
    const back = new Backstage(house, community);
    await back.setTopic(solved, `state = 'HIDDEN'`);
    expect((await suggest('Calendar empty')).map(({ topic }) => topic.id)).not.toContain(solved);
    await back.setTopic(solved, `state = 'VISIBLE'`);
  });
});
