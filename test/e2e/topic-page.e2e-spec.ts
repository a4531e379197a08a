import { Backstage } from '../support/backstage';
import { Conversation } from '../support/conversation';
import type { TestCommunity } from '../support/founder';
import { TestApp } from '../support/test-app';
import type { TestUser } from '../support/test-user';

const PAGE_INFO = 'pageInfo { hasNextPage hasPreviousPage startCursor endCursor }';

/** All that a view reads ahead, in every way to ask for it, and things that it leaves to the resolvers of fields. */
const PAGE = `
  fragment person on Member { handle role }
  fragment remarks on Answer { comments(first: $few) { nodes { body author { ...person } answer { id } topic { id } } } }
  fragment page on Topic {
    title author { ...person } tags { name } products { name } viewerHasMeToo viewerFollows
    answers(first: 3) { edges { cursor node { id body author { ...person } viewerHasStarred topic { id title } ...remarks } } ${PAGE_INFO} }
    comments(last: 2) { nodes { body author { handle } answer { id } } ${PAGE_INFO} }
    ... on Question { revisions { nodes { version editor { handle } } } }
  }`;

interface Page<Node> {
  readonly nodes: Node[];
  readonly pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; startCursor: string; endCursor: string };
}

describe('a topic page', () => {
  let house: TestApp;
  let community: TestCommunity;
  let say: Conversation;
  let backstage: Backstage;
  let ann: TestUser;
  let ben: TestUser;
  let cleo: TestUser;
  let rep: TestUser;
  let id: string;
  let answers: string[];
  let comments: string[];

  beforeAll(async () => {
    house = await TestApp.start();
    community = await house.founder.community();
    say = new Conversation(community);
    backstage = new Backstage(house, community);
    [ann, ben, cleo] = (await Promise.all([1, 2, 3].map(() => house.founder.member(house.url, community)))) as [
      TestUser,
      TestUser,
      TestUser,
    ];
    rep = await house.founder.member(house.url, community, { role: 'REPRESENTATIVE' });
    id = await say.ask(ann, { tags: ['light', 'reset'] });
    answers = [];
    for (const user of [ben, cleo, rep, ben, cleo]) answers.push(await say.answer(user, id));
    comments = [];
    for (const body of ['one', 'two', 'three']) comments.push(await say.comment(ben, { topicId: id }, body));
    for (const answerId of answers) {
      await say.comment(ann, { answerId }, 'first');
      await say.comment(cleo, { answerId }, 'second');
    }
  });
  afterAll(() => house.stop());

  it('is the same, read ahead by id or code or field by field', async () => {
    const code = (await ann.ask<{ topic: { code: string } }>('query ($id: ID!) { topic(id: $id) { code } }', { id }))
      .topic.code;
    for (const user of [ann, cleo, rep, house.stranger]) {
      const byId = await user.ask<{ topic: object }>(
        `query ($id: ID!, $few: Int = 1) { topic(id: $id) { ...page } } ${PAGE}`,
        { id },
      );
      const byCode = await user.ask<{ community: { topic: object } }>(
        `query ($slug: String!, $code: String!, $few: Int!) { community(slug: $slug) { topic(code: $code) { ...page } } } ${PAGE}`,
        { slug: community.slug, code, few: 1 },
      );
      const byField = await user.ask<{ node: object }>(
        `query ($id: ID!, $few: Int) { node(id: $id) { ...page } } ${PAGE}`,
        { id, few: 1 },
      );
      expect(byId.topic).toMatchObject({
        answers: { edges: [{}, {}, {}] },
        comments: { nodes: [{ body: 'two' }, { body: 'three' }] },
      });
      expect(byCode.community.topic).toEqual(byId.topic);
      expect(byField.node).toEqual(byId.topic);
    }
  });

  it('gives each of two pages of one list its own', async () => {
    const { topic } = await ann.ask<{ topic: object }>(
      `query ($id: ID!) { topic(id: $id) {
        a: answers(first: 1) { nodes { id } } b: answers(last: 1) { nodes { id comments(first: 1) { nodes { body } } } } } }`,
      { id },
    );
    expect(topic).toEqual({
      a: { nodes: [{ id: answers[0] }] },
      b: { nodes: [{ id: answers[4], comments: { nodes: [{ body: 'first' }] } }] },
    });
  });

  it('pages through comments both ways, oldest first', async () => {
    const query = `query ($id: ID!, $first: Int, $after: String, $last: Int, $before: String) { topic(id: $id) {
      comments(first: $first, after: $after, last: $last, before: $before) { nodes { id } ${PAGE_INFO} } } }`;
    const page = async (args: object): Promise<Page<{ id: string }>> =>
      (await ben.ask<{ topic: { comments: Page<{ id: string }> } }>(query, { id, ...args })).topic.comments;
    const start = await page({ first: 2 });
    expect(start.nodes.map((node) => node.id)).toEqual(comments.slice(0, 2));
    expect(start.pageInfo).toMatchObject({ hasNextPage: true, hasPreviousPage: false });
    const rest = await page({ first: 2, after: start.pageInfo.endCursor });
    expect(rest.nodes.map((node) => node.id)).toEqual(comments.slice(2));
    expect(rest.pageInfo).toMatchObject({ hasNextPage: false, hasPreviousPage: true });
    const back = await page({ last: 5, before: rest.pageInfo.startCursor });
    expect(back.nodes.map((node) => node.id)).toEqual(comments.slice(0, 2));
  });

  it('refuses cursors of other lists, each in the field that gave it', async () => {
    const other = await say.ask(ann);
    const { topic } = await ann.ask<{ topic: { answers: Page<object>; comments: Page<object> } }>(
      `query ($id: ID!) { topic(id: $id) { answers(first: 1) { ${PAGE_INFO} } comments(first: 1) { ${PAGE_INFO} } } }`,
      { id },
    );
    const read = `query ($id: ID!, $other: ID!, $cursor: String) {
      topic(id: $id) { comments(after: $cursor) { nodes { id } } } other: topic(id: $other) { title } }`;
    for (const cursor of [topic.answers.pageInfo.endCursor, 'nonsense', '']) {
      const { data, errors } = await ann.send<{ other: object }>(read, { id, other, cursor });
      expect(errors?.[0]?.extensions.code).toBe('INVALID_INPUT');
      expect(data.other).toEqual({ title: 'How do I reset it?' });
    }
    const cursor = topic.comments.pageInfo.endCursor;
    expect(await ann.codeOf(read, { id: other, other, cursor })).toBe('INVALID_INPUT');
    expect(await ann.codeOf(read, { id, other, cursor })).toBe('OK');
    const both = 'query ($id: ID!) { topic(id: $id) { comments(first: 1, last: 1) { nodes { id } } } }';
    expect(await ann.codeOf(both, { id })).toBe('INVALID_INPUT');
    for (const first of [0, -1, 101]) {
      const code = await ann.codeOf(
        'query ($id: ID!, $first: Int) { topic(id: $id) { revisions(first: $first) { nodes { body } } } }',
        { id, first },
      );
      expect(code).toBe('BAD_USER_INPUT');
    }
  });

  it('shows what is held or hidden to its author and to staff only', async () => {
    const topicId = await say.ask(ann);
    const answerId = await say.answer(ben, topicId);
    await say.comment(cleo, { answerId });
    const commentId = await say.comment(cleo, { topicId });
    await backstage.setAnswerState(answerId, 'HIDDEN');
    await backstage.rows("UPDATE comments SET state = 'HIDDEN' WHERE id = $1", commentId);
    const query = `query ($id: ID!) { topic(id: $id) { comments { nodes { id } } answers { nodes { id comments { nodes { body } } } } } }`;
    const remarks = { nodes: [{ body: 'Thank you.' }] };
    const seen = async (user: TestUser): Promise<object> =>
      (await user.ask<{ topic: object }>(query, { id: topicId })).topic;
    expect(await seen(ann)).toEqual({ comments: { nodes: [] }, answers: { nodes: [] } });
    expect(await seen(house.stranger)).toEqual({ comments: { nodes: [] }, answers: { nodes: [] } });
    expect(await seen(cleo)).toEqual({ comments: { nodes: [{ id: commentId }] }, answers: { nodes: [] } });
    expect(await seen(ben)).toEqual({
      comments: { nodes: [] },
      answers: { nodes: [{ id: answerId, comments: remarks }] },
    });
    expect(await seen(rep)).toEqual({
      comments: { nodes: [{ id: commentId }] },
      answers: { nodes: [{ id: answerId, comments: remarks }] },
    });
  });

  it('tells the history of the topic, newest first, without what is for staff', async () => {
    const topicId = await say.ask(ann);
    const answerId = await say.answer(ben, topicId);
    const change = (user: TestUser, mutation: string): Promise<unknown> =>
      user.ask(`mutation { ${mutation} { __typename } }`);
    await change(ann, `editTopic(input: { topicId: "${topicId}", version: 1, body: "It blinks.", tags: ["led"] })`);
    await change(rep, `setStatus(input: { topicId: "${topicId}", status: ACTIVE })`);
    await change(rep, `markOfficial(input: { answerId: "${answerId}" })`);
    await change(ann, `markSolved(input: { answerId: "${answerId}" })`);
    await change(cleo, `starAnswer(input: { answerId: "${answerId}" })`);
    const query = `query ($id: ID!, $after: String) { topic(id: $id) { events(first: 3, after: $after) {
      nodes { kind data actorRole actor { id } answer { id } otherTopic { id } } ${PAGE_INFO} } } }`;
    const page = async (after?: string): Promise<Page<object>> =>
      (await house.stranger.ask<{ topic: { events: Page<object> } }>(query, { id: topicId, after })).topic.events;
    const told = (kind: string, by: TestUser, data: object, answer: string | null = null): object => ({
      kind,
      data,
      actorRole: by === rep ? 'REPRESENTATIVE' : 'CUSTOMER',
      actor: { id: by.memberId },
      answer: answer && { id: answer },
      otherTopic: null,
    });
    const newest = await page();
    expect(newest.nodes).toEqual([
      told('ANSWER_MARKED_SOLVED', ann, {}, answerId),
      told('ANSWER_MARKED_OFFICIAL', rep, {}, answerId),
      told('RESOLVED', rep, { by: 'STAFF' }),
    ]);
    const older = await page(newest.pageInfo.endCursor);
    expect(older.nodes).toEqual([
      told('STATUS_SET', rep, { from: 'NONE', to: 'ACTIVE' }),
      told('EDITED', ann, { version: 2, fields: ['body', 'tags'] }),
      told('ASKED', ann, { kind: 'QUESTION' }),
    ]);
    expect(older.pageInfo.hasNextPage).toBe(false);
  });
});
