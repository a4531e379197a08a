import {
  BurstsService,
  LEARN_SIMILARITY_TASK,
  LearningQueue,
  ReplyLinksFollower,
  ReplyLinksReader,
  TOPIC_BURST,
} from '@app/similarity';
import { Environment } from '@app/environment';
import { setTimeout as pause } from 'node:timers/promises';
import { keyOf } from '../support/backstage';
import { Conversation } from '../support/conversation';
import { SubjectMatter } from '../support/subject-matter';
import { TestApp } from '../support/test-app';
import type { TestUser } from '../support/test-user';

const OLD = 'https://old.example.com';
const RELATED = `query ($id: ID!) { topic(id: $id) { relatedTopics(first: 20) {
  topic { id title } sharedWords linkedIn { id } confidence basis } } }`;
const SIMILARITY = `query ($slug: String!) { community(slug: $slug) { similarity {
  basis threads leastThreads serving { version } learning { progress } versions { version } } } }`;

interface Related {
  readonly topic: {
    readonly relatedTopics: { topic: { id: string; title: string }; sharedWords: string[]; basis: string }[];
  };
}

describe('what similarity follows', () => {
  let house: TestApp;
  let matter: SubjectMatter;
  let talk: Conversation;
  let ann: TestUser;
  let ben: TestUser;
  let lead: TestUser;

  const key = (): string => matter.community.key;
  const follow = async (): Promise<void> => {
    await matter.index.settle();
    await house.app.get(ReplyLinksFollower).follow(key());
  };
  /** Targets of the links of a topic, as who follows them learns of them. */
  const targets = async (topicId: string): Promise<string[]> => {
    await follow();
    const links = await house.app.get(ReplyLinksReader).since(key(), 0, 1_000);
    return links
      .filter(({ fromTopicId, removed }) => fromTopicId === keyOf(topicId) && !removed)
      .map(({ targetId }) => targetId);
  };
  const redirect = (path: string, target: string, id: string): Promise<object[]> =>
    matter.rows('INSERT INTO redirects (community_id, path, target, target_id) VALUES ($1, $2, $3, $4)', [
      path,
      target,
      id,
    ]);

  beforeAll(async () => {
    house = await TestApp.start();
    matter = new SubjectMatter(house, await house.founder.community());
    await matter.begin();
    talk = new Conversation(matter.community);
    [ann, ben] = [
      await house.founder.member(house.url, matter.community),
      await house.founder.member(house.url, matter.community),
    ];
    lead = await house.founder.member(house.url, matter.community, { role: 'LEAD' });
  });
  afterAll(() => house.stop());

  it('knows addresses of our own and old ones of every form, by others than the asker, and follows their edits', async () => {
    const [topic, target, other] = [await talk.ask(ann), await talk.ask(ann), await talk.ask(ann)];
    const oldAnswer = await talk.answer(ben, other);
    await redirect('/questions/12', 'TOPIC', keyOf(target));
    await redirect('/answers/7', 'ANSWER', keyOf(oldAnswer));
    await redirect('/kb/compacting', 'ARTICLE', matter.articles[3]!);
    await talk.answer(ann, topic, `I read ${OLD}/questions/12 before.`);
    expect(await targets(topic)).toEqual([]);
    const answer = await talk.answer(
      ben,
      topic,
      `See [this](${OLD}/en-US/questions/12?page=2) and ${OLD}/answers/7#top`,
    );
    await talk.comment(
      ben,
      { answerId: answer },
      `Or [that](${house.app.get(Environment).publicUrl}/c/${matter.community.slug}/articles/printer), or ${OLD}/en-US/kb/compacting`,
    );
    await talk.answer(ben, topic, 'Not https://example.org/elsewhere, nor /c/other/articles/printer.');
    const all = [keyOf(target), keyOf(other), matter.articles[1], matter.articles[3]];
    expect((await targets(topic)).toSorted()).toEqual(all.toSorted());
    await ben.ask('mutation ($input: EditAnswerInput!) { editAnswer(input: $input) { id } }', {
      input: { answerId: answer, version: 1, body: 'Nothing.' },
    });
    expect((await targets(topic)).toSorted()).toEqual([matter.articles[1], matter.articles[3]].toSorted());
    await matter.rows(`UPDATE topics SET visibility = 'PRIVATE' WHERE community_id = $1 AND id = $2`, [keyOf(topic)]);
    expect(await targets(topic)).toEqual([]);
  });

  it('takes a host that hardly any link names for another system', async () => {
    const target = await talk.ask(ann);
    await redirect('/t/12', 'TOPIC', keyOf(target));
    const [good, foreign] = [await talk.ask(ann), await talk.ask(ann)];
    for (let n = 0; n < 12; n++) await redirect(`/t/${n + 100}`, 'TOPIC', keyOf(target));
    const addresses = Array.from({ length: 12 }, (_, n) => `${OLD}/t/some-title/${n + 100}`).join(' ');
    for (let n = 0; n < 3; n++) await talk.answer(ben, good, addresses);
    for (let n = 0; n < 12; n++) await talk.answer(ben, good, `Again ${OLD}/t/title/12`);
    await talk.answer(ben, foreign, 'https://meta.example.net/t/some-title/12');
    expect(await targets(good)).toContain(keyOf(target));
    expect(await targets(foreign)).toEqual([]);
  });

  it('counts topics that were linked as the same or as related, and finds them where they were merged into', async () => {
    const [topic, target, whole] = [await talk.ask(ann), await talk.ask(ann), await talk.ask(ann)];
    const rows = (text: string, ...ids: string[]): Promise<object[]> => matter.rows(text, ids.map(keyOf));
    await rows(
      `INSERT INTO topic_links (community_id, topic_id, linked_id, kind) VALUES ($1, $2, $3, 'DUPLICATE')`,
      topic,
      target,
    );
    expect(await targets(topic)).toEqual([keyOf(target)]);
    await rows('UPDATE topics SET merged_into_id = $3 WHERE community_id = $1 AND id = $2', target, whole);
    expect(await targets(topic)).toEqual([keyOf(whole)]);
    await rows('UPDATE topic_links SET rejected_at = now() WHERE community_id = $1 AND topic_id = $2', topic);
    expect(await targets(topic)).toEqual([]);
  });

  it('tells everybody the topics like a topic that they may see, and leads what was learned', async () => {
    await matter.ask(60);
    await matter.index.settle();
    const id = await talk.ask(ann, { title: 'printer duplex margins', body: 'toner and spooler' });
    await matter.index.settle();
    /** Those that share words with it, as soon as there are some. */
    const related = async (user: TestUser): Promise<Related['topic']['relatedTopics']> => {
      for (let tries = 0; tries < 100; tries++) {
        const { topic } = await user.ask<Related>(RELATED, { id });
        const alike = topic.relatedTopics.filter(({ sharedWords }) => sharedWords.length > 0);
        if (alike.length > 0) return alike;
        await pause(100);
      }
      return [];
    };
    const found = await related(house.stranger);
    expect(found.length).toBeGreaterThan(2);
    for (const { topic, basis } of found) {
      expect(matter.topics[1]).toContain(keyOf(topic.id));
      expect(basis).toBe('WORDS');
    }
    const hidden = keyOf(found[0]!.topic.id);
    await matter.rows(`UPDATE topics SET state = 'HIDDEN' WHERE community_id = $1 AND id = $2`, [hidden]);
    expect((await related(house.stranger)).map(({ topic }) => keyOf(topic.id))).not.toContain(hidden);
    const asked = { slug: matter.community.slug };
    await expect(lead.ask(SIMILARITY, asked)).resolves.toMatchObject({
      community: { similarity: { basis: 'WORDS', leastThreads: 300, serving: null, learning: null, versions: [] } },
    });
    await expect(ann.ask(SIMILARITY, asked)).resolves.toEqual({ community: { similarity: null } });
  });

  it('tells once that many come with one thing', async () => {
    const told = (): Promise<{ subject_id: string; data: Record<string, unknown> }[]> =>
      matter.rows('SELECT subject_id, data FROM domain_events WHERE community_id = $1 AND type = $2', [TOPIC_BURST]);
    const look = async (): Promise<void> => {
      await matter.rows('UPDATE similarity_progress SET bursts_checked_at = NULL WHERE community_id = $1');
      await house.app.get(BurstsService).look(key());
    };
    await matter.rows(`UPDATE topics SET created_at = created_at - interval '40 days' WHERE community_id = $1`);
    const id = await talk.ask(ann, { title: 'Nothing is sent any more' });
    await look();
    expect(await told()).toEqual([]);
    for (let n = 0; n < 7; n++) {
      const user = await house.founder.member(house.url, matter.community);
      await user.ask('mutation ($input: MeTooInput!) { meToo(input: $input) { id } }', { input: { topicId: id } });
    }
    await house.app.get(BurstsService).look(key());
    expect(await told()).toEqual([]);
    await look();
    await look();
    expect(await told()).toEqual([
      {
        subject_id: keyOf(id),
        data: { topicIds: [keyOf(id)], observed: 8, expected: expect.any(Number) as unknown, people: 8 },
      },
    ]);
  });

  it('asks to learn after growth, and at night where something has changed', async () => {
    const jobs = async (): Promise<number> => {
      const rows = await matter.rows<{ key: string }>(
        'SELECT key FROM graphile_worker.jobs WHERE key = $2 AND $1::uuid IS NOT NULL',
        [`${LEARN_SIMILARITY_TASK}:${key()}`],
      );
      await matter.rows('SELECT graphile_worker.remove_job($2) WHERE $1::uuid IS NOT NULL', [
        `${LEARN_SIMILARITY_TASK}:${key()}`,
      ]);
      return rows.length;
    };
    const queue = house.app.get(LearningQueue);
    const grown = async (): Promise<void> => {
      await matter.rows('UPDATE similarity_progress SET growth_checked_at = NULL WHERE community_id = $1');
      await queue.afterGrowth(key());
    };
    await grown();
    expect(await jobs()).toBe(0);
    await matter.ask(300);
    await queue.afterGrowth(key());
    expect(await jobs()).toBe(0);
    await grown();
    expect(await jobs()).toBe(1);
    await queue.nightly();
    expect(await jobs()).toBe(1);
    await matter.rows(
      `INSERT INTO similarity_models (community_id, version, state, started_at, seen_at, learned_through, threads)
       SELECT $1, 1, 'REFUSED', now(), now(), (SELECT max(revision) FROM search_documents WHERE community_id = $1), 340`,
    );
    await queue.nightly();
    await grown();
    expect(await jobs()).toBe(0);
  });
});
