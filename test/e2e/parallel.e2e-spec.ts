import { randomUUID } from 'node:crypto';
import { Backstage } from '../support/backstage';
import { Conversation } from '../support/conversation';
import { counterDrift } from '../support/counter-drift';
import type { TestCommunity } from '../support/founder';
import { TestApp } from '../support/test-app';
import type { TestUser } from '../support/test-user';
import { untilServed } from '../support/until-served';

const CALLERS = 50;
const CREATES = [
  ['topic', 'ask', 'AskInput', { title: 'Once?', body: 'Once.', tags: ['once'] }],
  ['answer', 'answer', 'AnswerInput', { body: 'Once.' }],
  ['comment', 'comment', 'CommentInput', { body: 'Once.' }],
] as const;
const EDITS = [
  ['topic', 'editTopic', 'EditTopicInput'],
  ['answer', 'editAnswer', 'EditAnswerInput'],
  ['comment', 'editComment', 'EditCommentInput'],
] as const;

describe('fifty callers at once', () => {
  let house: TestApp;
  let community: TestCommunity;
  let backstage: Backstage;
  let ann: TestUser;
  let ids: { topic: string; answer: string; comment: string };

  beforeAll(async () => {
    house = await TestApp.start();
    community = await house.founder.community();
    backstage = new Backstage(house, community);
    ann = await house.founder.member(house.url, community);
    const say = new Conversation(community);
    const topic = await say.ask(ann);
    ids = { topic, answer: await say.answer(ann, topic), comment: await say.comment(ann, { topicId: topic }) };
  });
  afterAll(() => house.stop());
  const driftless = async (): Promise<void> => expect(await counterDrift(house.founder, community.key)).toEqual([]);
  const rowsOf = async (table: string): Promise<number> =>
    (await backstage.rows<{ n: number }>(`SELECT count(*)::int AS n FROM ${table}`))[0]?.n ?? 0;
  const crowd = <T>(call: (i: number) => Promise<T>): Promise<T[]> =>
    Promise.all(Array.from({ length: CALLERS }, (_, i) => call(i)));

  it.each(CREATES)(
    'make one %s with one key, and nothing with it for another input',
    async (noun, name, type, texts) => {
      const mutation = `mutation ($input: ${type}!) { ${name}(input: $input) { id } }`;
      const place = name === 'ask' ? { communityId: community.id } : { topicId: ids.topic };
      const input = { ...place, ...texts, idempotencyKey: randomUUID() };
      const [rows, events, revisions] = [
        await rowsOf(`${noun}s`),
        await rowsOf('domain_events'),
        await rowsOf('revisions'),
      ];
      const made = await crowd(() => untilServed<Record<string, { id: string }>>(ann, mutation, { input }));
      expect(made.flatMap(({ errors }) => errors ?? [])).toEqual([]);
      expect(new Set(made.map(({ data }) => data[name]?.id)).size).toBe(1);
      expect([await rowsOf(`${noun}s`), await rowsOf('domain_events'), await rowsOf('revisions')]).toEqual([
        rows + 1,
        events + 1,
        revisions + 1,
      ]);
      const others = await crowd((i) => untilServed(ann, mutation, { input: { ...input, body: `Other ${i}.` } }));
      expect(new Set(others.map(({ errors }) => errors?.[0]?.extensions.code))).toEqual(
        new Set(['IDEMPOTENCY_MISMATCH']),
      );
      expect(await rowsOf(`${noun}s`)).toBe(rows + 1);
      await driftless();
    },
  );

  it.each(EDITS)('of a %s on one version: one holds, the others learn the current one', async (noun, name, type) => {
    const mutation = `mutation ($input: ${type}!) { ${name}(input: $input) { version body } }`;
    const edited = await crowd((i) =>
      untilServed<Record<string, { version: number; body: string }>>(ann, mutation, {
        input: { [`${noun}Id`]: ids[noun], version: 1, body: `Edit ${i}.` },
      }),
    );
    const [held, ...more] = edited.filter(({ errors }) => !errors);
    expect(more).toEqual([]);
    expect(held?.data[name]?.version).toBe(2);
    const told = edited.flatMap(({ errors }) => errors ?? []).map(({ extensions }) => extensions);
    expect(told).toHaveLength(CALLERS - 1);
    for (const extensions of told) expect(extensions).toMatchObject({ code: 'CONFLICT', currentVersion: 2 });
    const [row] = await backstage.rows<object>(`SELECT version, body FROM ${noun}s WHERE id = $1`, ids[noun]);
    expect(row).toEqual(held?.data[name]);
    const kept = await backstage.rows<object>(
      `SELECT version FROM revisions WHERE $1 IN (topic_id, answer_id, comment_id)`,
      ids[noun],
    );
    expect(kept.length).toBeGreaterThan(0);
    expect(new Set(kept.map((revision) => JSON.stringify(revision))).size).toBe(kept.length);
  });
});
