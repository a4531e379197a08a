import { randomUUID } from 'node:crypto';
import type { TestCommunity } from '../support/founder';
import { TestApp } from '../support/test-app';
import type { TestUser } from '../support/test-user';

const ASK = `mutation ($input: AskInput!) { ask(input: $input) {
  __typename id code slug title bodyHtml kind status statusLabel resolution meTooCount followerCount version
  author { handle } authorRole sentiment { face feeling } } }`;

const LIST = `query ($slug: String!) { community(slug: $slug) { name topics(first: 10) {
  nodes { id title author { handle } answers(first: 5) { nodes { body author { handle } isFollowUp } } answerCount resolution } pageInfo { hasNextPage } } } }`;

describe('asking', () => {
  let house: TestApp;
  let community: TestCommunity;
  let ann: TestUser;
  let ben: TestUser;

  beforeAll(async () => {
    house = await TestApp.start();
    community = await house.founder.community();
    ann = await house.founder.member(house.url, community);
    ben = await house.founder.member(house.url, community);
  });
  afterAll(() => house.stop());

  const question = (more: object = {}) => ({
    input: {
      communityId: community.id,
      idempotencyKey: randomUUID(),
      title: 'How do I reset it?',
      body: 'It **blinks** <b>red</b>.',
      tags: ['Reset', 'light'],
      ...more,
    },
  });

  it('asks a question that others find and answer', async () => {
    const { ask } = await ann.ask<{ ask: Record<string, unknown> }>(ASK, question());
    expect(ask).toMatchObject({
      __typename: 'Question',
      slug: 'how-do-i-reset-it',
      statusLabel: 'needs answer',
      resolution: 'UNANSWERED',
      meTooCount: 1,
      followerCount: 1,
      version: 1,
    });
    expect(ask['bodyHtml']).toBe('<p>It <strong>blinks</strong> &lt;b&gt;red&lt;/b&gt;.</p>\n');
    await ben.ask(`mutation ($input: AnswerInput!) { answer(input: $input) { id } }`, {
      input: { topicId: ask['id'], idempotencyKey: randomUUID(), body: 'Hold the button.' },
    });
    const { community: found } = await house.stranger.ask<{ community: { topics: { nodes: object[] } } }>(LIST, {
      slug: community.slug,
    });
    expect(found.topics.nodes[0]).toMatchObject({
      id: ask['id'],
      resolution: 'ANSWERED',
      answerCount: 1,
      answers: { nodes: [{ body: 'Hold the button.', isFollowUp: false }] },
    });
  });
});
