import { randomUUID } from 'node:crypto';
import type { TestCommunity } from '../support/founder';
import { TestApp } from '../support/test-app';
import type { TestUser } from '../support/test-user';

interface Item {
  readonly id: string;
  readonly cause: string;
  readonly post: { readonly __typename: string; readonly id: string; readonly state: string };
  readonly flags: readonly { readonly reason: string; readonly isTrusted: boolean; readonly note: string }[];
}

const QUEUE = `query ($id: ID!) { moderationQueue(communityId: $id, first: 50) { nodes { id cause
  post { __typename ... on Node { id } ... on Topic { state } ... on Answer { state } ... on Comment { state } }
  flags { reason isTrusted note member { handle } } } } }`;
const FLAG = 'mutation ($input: FlagInput!) { flag(input: $input) }';
const APPROVE =
  'mutation ($input: ApprovePostInput!) { approvePost(input: $input) { decision decidedAt decidedBy { id } } }';
const REMOVE =
  'mutation ($input: RemovePostInput!) { removePost(input: $input) { decision reason post { ... on Topic { state title } ... on Answer { state } } } }';
const TOPIC =
  'query ($id: ID!) { topic(id: $id) { id title state stateReason answerCount resolution answers { nodes { id } } } }';

describe('moderation', () => {
  let house: TestApp;
  let community: TestCommunity;
  let rep: TestUser;
  let seat: TestUser;
  let newcomer: TestUser;
  let members: TestUser[];

  beforeAll(async () => {
    house = await TestApp.start();
    community = await house.founder.community({ holdFirstPosts: 2, flagsToHide: 3 });
    const member = (options: object) => house.founder.member(house.url, community, options);
    [rep, seat, newcomer] = [
      await member({ role: 'REPRESENTATIVE' }),
      await member({ seat: true }),
      await member({ days: 0 }),
    ];
    members = await Promise.all(Array.from({ length: 6 }, () => member({ role: 'CHAMPION' })));
  });
  afterAll(() => house.stop());

  const ask = async (user: TestUser, tags: string[] = []): Promise<string> => {
    const { ask: topic } = await user.ask<{ ask: { id: string } }>(
      'mutation ($input: AskInput!) { ask(input: $input) { id } }',
      {
        input: { communityId: community.id, idempotencyKey: randomUUID(), title: 'Title', body: 'Body', tags },
      },
    );
    return topic.id;
  };
  const answer = async (user: TestUser, topicId: string): Promise<string> => {
    const { answer: made } = await user.ask<{ answer: { id: string } }>(
      'mutation ($input: AnswerInput!) { answer(input: $input) { id } }',
      {
        input: { topicId, idempotencyKey: randomUUID(), body: 'Answer' },
      },
    );
    return made.id;
  };
  const queue = async (): Promise<Item[]> =>
    (await seat.ask<{ moderationQueue: { nodes: Item[] } }>(QUEUE, { id: community.id })).moderationQueue.nodes;
  const itemOf = async (postId: string): Promise<Item | undefined> =>
    (await queue()).find(({ post }) => post?.id === postId);
  const see = async (user: TestUser, id: string) =>
    (
      await user.ask<{
        topic: {
          title: string;
          state: string;
          answerCount: number;
          resolution: string;
          answers: { nodes: { id: string }[] };
        } | null;
      }>(TOPIC, { id })
    ).topic;
  const flag = (user: TestUser, postId: string): Promise<string> =>
    user.codeOf(FLAG, { input: { postId, reason: 'SPAM', note: 'Buy now' } });

  it("holds a new customer's first posts until staff approve, and then no more", async () => {
    const first = await ask(newcomer, ['held']);
    const topic = await ask(members[0] as TestUser);
    const second = await answer(newcomer, topic);
    expect(await see(members[1] as TestUser, first)).toBeNull();
    expect(await see(newcomer, first)).toMatchObject({ state: 'HELD', title: 'Title' });
    expect(await see(rep, first)).toMatchObject({ state: 'HELD' });
    expect(await see(members[1] as TestUser, topic)).toMatchObject({ answerCount: 0, resolution: 'UNANSWERED' });
    await expect(tagCount('held')).resolves.toBe(0);
    for (const post of [first, second]) {
      const item = await itemOf(post);
      expect(item).toMatchObject({ cause: 'FIRST_POST', flags: [] });
      const { approvePost } = await rep.ask<{ approvePost: object }>(APPROVE, { input: { itemId: item?.id } });
      expect(approvePost).toMatchObject({ decision: 'APPROVED', decidedBy: { id: rep.memberId } });
      await expect(seat.codeOf(APPROVE, { input: { itemId: item?.id } })).resolves.toBe('ALREADY_DECIDED');
    }
    expect(await see(members[1] as TestUser, first)).toMatchObject({ state: 'VISIBLE' });
    expect(await see(members[1] as TestUser, topic)).toMatchObject({ answerCount: 1, resolution: 'ANSWERED' });
    await expect(tagCount('held')).resolves.toBe(1);
    expect(await see(members[1] as TestUser, await ask(newcomer))).toMatchObject({ state: 'VISIBLE' });
  });

  it('hides what enough trusted members flag, counts each once, and shows staff why', async () => {
    const [author, ...others] = members as [TestUser, ...TestUser[]];
    const topic = await ask(author);
    const bad = await answer(author, topic);
    const untrusted = await Promise.all(
      Array.from({ length: 3 }, () => house.founder.member(house.url, community, { days: 0 })),
    );
    await Promise.all(untrusted.map((user) => flag(user, bad)));
    await Promise.all(Array.from({ length: 50 }, () => flag(others[0] as TestUser, bad)));
    await flag(others[1] as TestUser, bad);
    expect((await see(others[2] as TestUser, topic))?.answers.nodes).toHaveLength(1);
    await flag(others[2] as TestUser, bad);
    expect(await see(others[3] as TestUser, topic)).toMatchObject({ answerCount: 0, answers: { nodes: [] } });
    expect((await see(author, topic))?.answers.nodes).toEqual([{ id: bad }]);
    const item = await itemOf(bad);
    expect(item).toMatchObject({ cause: 'FLAGS', post: { __typename: 'Answer', state: 'HIDDEN' } });
    expect(item?.flags.map(({ isTrusted }) => isTrusted).toSorted()).toEqual([false, false, false, true, true, true]);
    await seat.ask(APPROVE, { input: { itemId: item?.id } });
    expect((await see(others[3] as TestUser, topic))?.answerCount).toBe(1);
    await flag(others[3] as TestUser, bad);
    expect((await itemOf(bad))?.flags).toHaveLength(7);
  });

  it('removes with a reason, which leaves a tombstone, and only with one', async () => {
    const topic = await ask(members[0] as TestUser);
    await flag(members[1] as TestUser, topic);
    const item = await itemOf(topic);
    await expect(rep.codeOf(REMOVE, { input: { itemId: item?.id, reason: '  ' } })).resolves.toBe('INVALID_INPUT');
    const { removePost } = await rep.ask<{ removePost: object }>(REMOVE, {
      input: { itemId: item?.id, reason: 'Spam' },
    });
    expect(removePost).toMatchObject({
      decision: 'REMOVED',
      reason: 'Spam',
      post: { state: 'REMOVED', title: 'Title' },
    });
    expect(await see(members[2] as TestUser, topic)).toMatchObject({ state: 'REMOVED', title: '' });
    await expect(flag(members[2] as TestUser, topic)).resolves.toBe('NOT_FOUND');
  });

  it('refuses what is not to be flagged or decided', async () => {
    const topic = await ask(members[0] as TestUser);
    await expect(flag(members[0] as TestUser, topic)).resolves.toBe('FORBIDDEN');
    await expect(flag(members[0] as TestUser, community.id)).resolves.toBe('NOT_FOUND');
    await expect(flag(members[0] as TestUser, 'nonsense')).resolves.toBe('INVALID_INPUT');
    const elsewhere = await house.founder.community();
    const foreigner = await house.founder.member(house.url, elsewhere);
    await expect(flag(foreigner, topic)).resolves.toBe('FORBIDDEN');
    await expect((members[1] as TestUser).codeOf(QUEUE, { id: community.id })).resolves.toBe('FORBIDDEN');
  });

  it('lets one of many colleagues decide', async () => {
    const topic = await ask(members[0] as TestUser);
    await flag(members[1] as TestUser, topic);
    const item = await itemOf(topic);
    const codes = await Promise.all(
      Array.from({ length: 20 }, (_, i) =>
        rep.codeOf(i % 2 ? APPROVE : REMOVE, { input: { itemId: item?.id, ...(i % 2 ? {} : { reason: 'No' }) } }),
      ),
    );
    expect(codes.filter((code) => code === 'OK')).toHaveLength(1);
    expect(codes.filter((code) => code === 'ALREADY_DECIDED')).toHaveLength(19);
  });

  const tagCount = async (name: string): Promise<number | undefined> =>
    (
      await house.founder.sql<{ n: number }>(community.key, 'SELECT topic_count AS n FROM tags WHERE name = $1', [name])
    )[0]?.n;
});
