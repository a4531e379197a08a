import { randomUUID } from 'node:crypto';
import { GlobalId, NO_COMMUNITY, type Thing } from '@app/kernel';
import { buildSchema, isInterfaceType } from 'graphql';
import { schemaText } from '../../apps/api/src/schema-text';
import type { TestCommunity } from '../support/founder';
import { statementsOf } from '../support/statements';
import { TestApp } from '../support/test-app';
import { TestUser } from '../support/test-user';

const NODE = `query ($id: ID!) { node(id: $id) { __typename id
  ... on Topic { title author { handle } } ... on Answer { body topic { title } } ... on Member { handle }
  ... on Product { slug } ... on Tag { name } ... on Community { slug } ... on Comment { body } } }`;
const NODES = `query ($ids: [ID!]!) { nodes(ids: $ids) { kind: __typename id } }`;
const ASK = `mutation ($input: AskInput!) { ask(input: $input) { id tags { id } products { id } } }`;
const ANSWER = `mutation ($input: AnswerInput!) { answer(input: $input) { id } }`;
const COMMENT = `mutation ($input: CommentInput!) { comment(input: $input) { id } }`;
const PRODUCT = `mutation ($input: CreateProductInput!) { createProduct(input: $input) { id } }`;
const WRITTEN = `query ($slug: String!) { community(slug: $slug) { members(first: 50, order: NAME) { nodes { handle
  topics(first: 2) { nodes { title } pageInfo { hasNextPage endCursor } } answers(first: 5) { nodes { body } } } } } }`;

interface Made {
  topic: string;
  hidden: string;
  removed: string;
  answer: string;
  held: string;
  comment: string;
  product: string;
  tag: string;
}

describe('things by their ids', () => {
  let house: TestApp;
  let open: TestCommunity;
  let closed: TestCommunity;
  let admin: TestUser;
  let ann: TestUser;
  let ben: TestUser;
  let insider: TestUser;
  let made: Made;
  let inside: string;
  let item: string;

  const ask = (user: TestUser, community: TestCommunity, more: object = {}) =>
    user
      .ask<{ ask: { id: string; tags: { id: string }[] } }>(ASK, {
        input: { communityId: community.id, idempotencyKey: randomUUID(), title: 'What?', body: 'Why?', ...more },
      })
      .then(({ ask: topic }) => topic);
  const answer = (user: TestUser, topicId: string) =>
    user
      .ask<{ answer: { id: string } }>(ANSWER, { input: { topicId, idempotencyKey: randomUUID(), body: 'So.' } })
      .then((data) => data.answer.id);
  const setState = (table: string, id: string, state: string) =>
    house.founder.sql(open.key, `UPDATE ${table} SET state = $1 WHERE id = $2`, [state, GlobalId.parse(id)?.id]);

  beforeAll(async () => {
    house = await TestApp.start();
    open = await house.founder.community();
    closed = await house.founder.community({}, 'MEMBERS_ONLY');
    admin = await house.founder.member(house.url, open, { role: 'ADMIN' });
    ann = await house.founder.member(house.url, open);
    ben = await house.founder.member(house.url, open);
    insider = await house.founder.member(house.url, closed);
    inside = (await ask(insider, closed)).id;
    const { createProduct } = await admin.ask<{ createProduct: { id: string } }>(PRODUCT, {
      input: { communityId: open.id, idempotencyKey: randomUUID(), name: 'Lamp' },
    });
    const topic = await ask(ann, open, { tags: ['light'], productIds: [createProduct.id] });
    const hidden = await ask(ann, open, { visibility: 'PRIVATE' });
    const removed = await ask(ann, open);
    const held = await answer(ben, topic.id);
    made = {
      topic: topic.id,
      hidden: hidden.id,
      removed: removed.id,
      answer: await answer(ben, topic.id),
      held,
      comment: (
        await ann.ask<{ comment: { id: string } }>(COMMENT, {
          input: { topicId: topic.id, idempotencyKey: randomUUID(), body: 'And?' },
        })
      ).comment.id,
      product: createProduct.id,
      tag: topic.tags[0]?.id ?? '',
    };
    const itemKey = randomUUID();
    item = GlobalId.encode('ModerationItem', open.key, itemKey);
    await house.founder.sql(
      open.key,
      `INSERT INTO moderation_items (community_id, id, answer_id, cause) VALUES ($1, $2, $3, 'FIRST_POST')`,
      [open.key, itemKey, GlobalId.parse(held)?.id],
    );
    await setState('answers', held, 'HELD');
    await setState('topics', removed.id, 'REMOVED');
  });
  afterAll(() => house.stop());

  const node = async (user: TestUser, id: string) => (await user.ask<{ node: object | null }>(NODE, { id })).node;

  it('are found, each as what it is', async () => {
    const { topic, answer: reply, comment, product, tag } = made;
    await expect(node(house.stranger, topic)).resolves.toMatchObject({
      __typename: 'Question',
      id: topic,
      title: 'What?',
    });
    await expect(node(ben, reply)).resolves.toMatchObject({
      __typename: 'Answer',
      id: reply,
      topic: { title: 'What?' },
    });
    await expect(node(ben, comment)).resolves.toMatchObject({ __typename: 'Comment', id: comment, body: 'And?' });
    await expect(node(ben, product)).resolves.toMatchObject({ __typename: 'Product', id: product, slug: 'lamp' });
    await expect(node(ben, tag)).resolves.toMatchObject({ __typename: 'Tag', id: tag, name: 'light' });
    await expect(node(ben, open.id)).resolves.toMatchObject({ __typename: 'Community', id: open.id, slug: open.slug });
    await expect(node(ben, ann.memberId)).resolves.toMatchObject({ __typename: 'Member', id: ann.memberId });
  });

  it('are shown to those who may see them', async () => {
    const seen = async (user: TestUser, id: string) => (await node(user, id)) !== null;
    const see = async (id: string) =>
      Promise.all([house.stranger, ben, ann, admin, insider].map((user) => seen(user, id)));
    await expect(see(made.hidden)).resolves.toEqual([false, false, true, true, false]);
    await expect(see(made.held)).resolves.toEqual([false, true, false, true, false]);
    await expect(see(item)).resolves.toEqual([false, false, false, true, false]);
    await expect(see(inside)).resolves.toEqual([false, false, false, false, true]);
    await expect(see(closed.id)).resolves.toEqual([false, false, false, false, true]);
    await expect(see(insider.memberId)).resolves.toEqual([false, false, false, false, true]);
    await expect(node(ben, made.removed)).resolves.toMatchObject({ title: '' });
    await expect(node(admin, made.removed)).resolves.toMatchObject({ title: 'What?' });
  });

  it('are for their owner alone where they belong to nobody else', async () => {
    const sessions = `query { viewer { id sessions { id isCurrent } apiKeys { id } } }`;
    const own = async (user: TestUser) =>
      (await user.ask<{ viewer: { id: string; sessions: { id: string }[] } }>(sessions)).viewer;
    const { id, sessions: live } = await own(ben);
    const { createApiKey: key } = await ben.ask<{ createApiKey: { token: string; apiKey: { id: string } } }>(
      `mutation ($input: CreateApiKeyInput!) { createApiKey(input: $input) { token apiKey { id } } }`,
      { input: { name: 'Mine', scopes: ['READ'], idempotencyKey: randomUUID() } },
    );
    const ids = [id, live[0]?.id, key.apiKey.id];
    const typesFor = async (user: TestUser) =>
      (await user.ask<{ nodes: ({ kind: string } | null)[] }>(NODES, { ids })).nodes.map(
        (found) => found?.kind ?? null,
      );
    await expect(typesFor(ben)).resolves.toEqual(['User', 'Session', 'ApiKey']);
    await expect(typesFor(new TestUser(house.url, key.token))).resolves.toEqual(['User', null, null]);
    await expect(typesFor(ann)).resolves.toEqual([null, null, null]);
    await expect(typesFor(house.stranger)).resolves.toEqual([null, null, null]);
  });

  it('are of these kinds; a further one needs its reader in the finder of nodes, and a place here', async () => {
    const schema = buildSchema(await schemaText());
    const node = schema.getType('Node');
    const kinds = isInterfaceType(node) ? schema.getPossibleTypes(node).map(({ name }) => name) : [];
    expect(kinds.toSorted()).toEqual([
      ...[
        'Answer',
        'ApiKey',
        'Article',
        'Comment',
        'Community',
        'DataExport',
        'Idea',
        'Member',
        'ModerationItem',
        'Praise',
        'Problem',
      ],
      ...[
        'Product',
        'Question',
        'Recognition',
        'ReputationAnomaly',
        'ReputationDispute',
        'Session',
        'Tag',
        'Update',
        'User',
      ],
    ]);
  });

  it('look the same elsewhere, nowhere, and where they are of another kind', async () => {
    const key = (id: string) => GlobalId.parse(id)?.id ?? '';
    const strange = [
      GlobalId.encode('Topic', open.key, randomUUID()),
      GlobalId.encode('Topic', randomUUID(), key(made.topic)),
      GlobalId.encode('Topic', closed.key, key(made.topic)),
      GlobalId.encode('Answer', open.key, key(made.topic)),
      GlobalId.encode('Community', open.key, key(made.topic)),
      ...(['Session', 'ApiKey', 'Event', 'Flag', 'ModerationItem'] as Thing[]).flatMap((thing) => [
        GlobalId.encode(thing, open.key, randomUUID()),
        GlobalId.encode(thing, NO_COMMUNITY, randomUUID()),
      ]),
    ];
    const { nodes } = await ben.ask<{ nodes: unknown[] }>(NODES, { ids: strange });
    expect(nodes).toEqual(strange.map(() => null));
  });

  it('come in the order they are asked for, from many communities at once', async () => {
    const ids = [made.tag, inside, made.topic, open.id, made.hidden, made.tag];
    const { nodes } = await insider.ask<{ nodes: ({ id: string } | null)[] }>(NODES, { ids });
    expect(nodes.map((found) => found?.id ?? null)).toEqual([made.tag, inside, made.topic, open.id, null, made.tag]);
  });

  it('cost one statement a kind, however many', async () => {
    const more = await Promise.all(Array.from({ length: 20 }, () => ask(ann, open)));
    const count = async (ids: string[]): Promise<number> => (await statementsOf(() => ben.ask(NODES, { ids }))).length;
    const few = await count([made.topic, made.tag, ann.memberId]);
    const many = [...more.map(({ id }) => id), made.topic, made.tag, ann.memberId, ben.memberId, admin.memberId];
    expect(await count(many)).toBe(few);
  });

  it('are refused where the id is none, or there are too many', async () => {
    expect(await ben.codeOf(NODE, { id: 'nonsense' })).toBe('INVALID_INPUT');
    expect(await ben.codeOf(NODES, { ids: [made.topic, ''] })).toBe('INVALID_INPUT');
    expect(await ben.codeOf(NODES, { ids: Array(101).fill(made.topic) })).toMatch(/INVALID_INPUT|BAD_USER_INPUT/);
  });

  it('lead from members to what they wrote, page by page, as far as the viewer may see', async () => {
    const own = await house.founder.community();
    const writers = [await house.founder.member(house.url, own), await house.founder.member(house.url, own)] as const;
    const ids: string[] = [];
    for (const title of ['One', 'Two', 'Three']) ids.push((await ask(writers[0], own, { title })).id);
    await ask(writers[0], own, { title: 'Secret', visibility: 'PRIVATE' });
    for (const id of ids) await answer(writers[1], id);
    await house.founder.sql(own.key, `UPDATE topics SET state = 'REMOVED' WHERE id = $1`, [GlobalId.parse(ids[0])?.id]);
    interface Written {
      topics: { nodes: { title: string }[]; pageInfo: { hasNextPage: boolean; endCursor: string } };
      answers: { nodes: object[] };
    }
    const read = async (user: TestUser): Promise<Written[]> =>
      (await user.ask<{ community: { members: { nodes: Written[] } } }>(WRITTEN, { slug: own.slug })).community.members
        .nodes;
    const [first, second] = await read(house.stranger);
    expect(first?.topics.nodes.map(({ title }) => title)).toEqual(['Three', 'Two']);
    expect(first?.topics.pageInfo.hasNextPage).toBe(false);
    expect([first?.answers.nodes.length, second?.answers.nodes.length, second?.topics.nodes.length]).toEqual([0, 2, 0]);
    const [mine] = await read(writers[0]);
    expect(mine?.topics.nodes.map(({ title }) => title)).toEqual(['Secret', 'Three']);
    const next = `query ($id: ID!, $after: String) { node(id: $id) { ... on Member { topics(first: 2, after: $after) { nodes { title } } } } }`;
    await expect(
      writers[0].ask(next, { id: writers[0].memberId, after: mine?.topics.pageInfo.endCursor }),
    ).resolves.toEqual({ node: { topics: { nodes: [{ title: 'Two' }] } } });
    expect(await writers[0].codeOf(next, { id: writers[1].memberId, after: mine?.topics.pageInfo.endCursor })).toBe(
      'INVALID_INPUT',
    );
  });
});
