import { randomUUID } from 'node:crypto';
import { statementsOf } from '../support/count-statements';
import { Conversation } from '../support/conversation';
import type { TestCommunity } from '../support/founder';
import { TestApp } from '../support/test-app';
import type { TestUser } from '../support/test-user';

/** How much there is of everything, in the communities that the same query is asked of. */
const SIZES = [1, 10, 30];

const PERSON = 'author { id displayName role }';
const PAGE = `id title bodyHtml ${PERSON}
  comments(first: 3) { nodes { bodyHtml authorRole ${PERSON} } }
  answers(first: 20) { nodes { bodyHtml authorRole starCount ${PERSON}
    comments(first: 3) { nodes { bodyHtml ${PERSON} } } } }`;
const TOPIC_BY_ID = `query ($id: ID!) { topic(id: $id) { ${PAGE} } }`;
const TOPIC_BY_CODE = `query ($slug: String!, $code: String!) { community(slug: $slug) { topic(code: $code) { ${PAGE} } } }`;
const LIST = `query ($slug: String!) { community(slug: $slug) { topics(first: 30) {
  nodes { id title ${PERSON} } pageInfo { hasNextPage } } } }`;
const DEEP = `query ($slug: String!) { community(slug: $slug) { topics(first: 30) { nodes {
  ${PERSON} revisions(first: 2) { nodes { editor { handle } } } events(first: 2) { nodes { actor { handle } } }
  comments(first: 2) { nodes { ${PERSON} } }
  answers(first: 2) { nodes { ${PERSON} comments(first: 2) { nodes { ${PERSON} topic { id } answer { id } } } } } } } } }`;

const ANSWER = `mutation ($input: AnswerInput!) { answer(input: $input) { id bodyHtml ${PERSON} } }`;
const ASK = `mutation ($input: AskInput!) { ask(input: $input) { id title ${PERSON} } }`;

/** A community with a reader, and a topic that is as big as the community. */
interface Setting {
  readonly community: TestCommunity;
  readonly reader: TestUser;
  readonly id: string;
  readonly code: string;
}

describe('the number of statements', () => {
  let house: TestApp;
  let settings: Setting[];

  const settle = async (size: number): Promise<Setting> => {
    const community = await house.founder.community();
    const say = new Conversation(community);
    const people = await Promise.all(
      Array.from({ length: 4 }, () => house.founder.member(house.url, community, { role: 'EMPLOYEE' })),
    );
    const person = (i: number): TestUser => people[i % people.length] as TestUser;
    const converse = async (topicId: string, answers: number): Promise<void> => {
      for (let i = 0; i < answers; i++) {
        const answerId = await say.answer(person(i), topicId);
        for (let j = 0; j < Math.min(answers, 3); j++) await say.comment(person(i + j), { answerId });
        await say.comment(person(i), { topicId });
      }
    };
    const topics: string[] = [];
    for (let i = 0; i < size; i++) {
      topics.push(await say.ask(person(i), { tags: [`tag ${i}`, 'all'] }));
      await converse(topics[i] as string, i === 0 ? size : 1);
    }
    const id = topics[0] as string;
    const reader = person(1);
    const { topic } = await reader.ask<{ topic: { code: string } }>('query ($id: ID!) { topic(id: $id) { code } }', {
      id,
    });
    return { community, reader, id, code: topic.code };
  };

  beforeAll(async () => {
    house = await TestApp.start();
    settings = await Promise.all(SIZES.map(settle));
  }, 120_000);
  afterAll(() => house.stop());

  /** How many statements the same request takes at each size. */
  const counts = async (request: (setting: Setting) => Promise<unknown>): Promise<number[]> => {
    const numbers: number[] = [];
    for (const setting of settings) numbers.push((await statementsOf(() => request(setting))).length);
    return numbers;
  };

  const within = (budget: number): number[] => SIZES.map(() => budget);

  it('of a topic page by id is 8', async () => {
    expect(await counts(({ reader, id }) => reader.ask(TOPIC_BY_ID, { id }))).toEqual(within(8));
  });

  it('of a topic page by code is 8', async () => {
    const request = ({ reader, community: { slug }, code }: Setting) => reader.ask(TOPIC_BY_CODE, { slug, code });
    expect(await counts(request)).toEqual(within(8));
  });

  it('of a topic page for a stranger is 6', async () => {
    expect(await counts(({ id }) => house.stranger.ask(TOPIC_BY_ID, { id }))).toEqual(within(6));
  });

  it('of a list is 5', async () => {
    const request = ({ reader, community: { slug } }: Setting) => reader.ask(LIST, { slug });
    expect(await counts(request)).toEqual(within(5));
  });

  it('does not grow with what hangs on what, however deep', async () => {
    const numbers = await counts(({ reader, community: { slug } }) => reader.ask(DEEP, { slug }));
    expect(new Set(numbers).size).toBe(1);
    expect(numbers[0]).toBeLessThanOrEqual(16);
  });

  it('of a question that is asked is 12', async () => {
    const numbers = await counts(({ reader, community }) =>
      reader.ask(ASK, {
        input: {
          communityId: community.id,
          idempotencyKey: randomUUID(),
          title: 'How do I reset it?',
          body: 'It blinks.',
          tags: ['new', 'all'],
        },
      }),
    );
    expect(numbers).toEqual(within(12));
  });

  it('of an answer is 12', async () => {
    const numbers = await counts(({ reader, id }) =>
      reader.ask(ANSWER, { input: { topicId: id, idempotencyKey: randomUUID(), body: 'So.' } }),
    );
    expect(numbers).toEqual(within(12));
  });
});
