import { setTimeout as pause } from 'node:timers/promises';
import { Environment, type Running } from '@app/environment';
import { startWorker } from '../../apps/worker/src/start-worker';
import { Backstage } from '../support/backstage';
import { Conversation } from '../support/conversation';
import type { TestCommunity } from '../support/founder';
import { PlainTwin } from '../support/plain-twin';
import { TestApp } from '../support/test-app';
import type { TestUser } from '../support/test-user';

const SUGGESTIONS = `query ($slug: String!, $title: String!) { community(slug: $slug) {
  suggestions(title: $title) { why basis isProbablyAnswered topic { id title } } } }`;

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
  const suggest = async (title: string): Promise<Suggested[]> => {
    const variables = { slug: community.slug, title };
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

  it('leave out what is hidden the moment it is', async () => {
    const back = new Backstage(house, community);
    await back.setTopic(solved, `state = 'HIDDEN'`);
    expect((await suggest('Calendar empty')).map(({ topic }) => topic.id)).not.toContain(solved);
    await back.setTopic(solved, `state = 'VISIBLE'`);
  });
});
