import { randomUUID } from 'node:crypto';
import { keyOf } from '../support/backstage';
import { Conversation } from '../support/conversation';
import type { TestCommunity } from '../support/founder';
import { SearchIndex } from '../support/search-index';
import { statementsOf } from '../support/statements';
import { TestApp } from '../support/test-app';
import type { TestUser } from '../support/test-user';

/** How much there is of everything, in the communities that the same query is asked of. */
const SIZES = [1, 10, 30];

const PERSON = 'author { id displayName role }';
const EDGES = 'products { name } tags { name } viewerHasMeToo viewerFollows';
const PAGE = `id title bodyHtml ${PERSON} ${EDGES}
  comments(first: 3) { nodes { bodyHtml authorRole ${PERSON} } }
  answers(first: 20) { nodes { bodyHtml authorRole starCount viewerHasStarred ${PERSON}
    comments(first: 3) { nodes { bodyHtml ${PERSON} } } } }`;
const TOPIC_BY_ID = `query ($id: ID!) { topic(id: $id) { ${PAGE} } }`;
const TOPIC_BY_CODE = `query ($slug: String!, $code: String!) { community(slug: $slug) { topic(code: $code) { ${PAGE} } } }`;
const LIST = `query ($slug: String!) { community(slug: $slug) { topics(first: 30) {
  nodes { id title ${PERSON} ${EDGES} } pageInfo { hasNextPage } } } }`;
const DEEP = `query ($slug: String!) { community(slug: $slug) { topics(first: 30) { nodes {
  ${PERSON} ${EDGES} revisions(first: 2) { nodes { editor { handle } } } events(first: 2) { nodes { actor { handle } } }
  comments(first: 2) { nodes { ${PERSON} } } links(first: 2) { nodes { topic { title } linkedBy { handle } } } linkedFrom(first: 2) { nodes { topic { title } } }
  answers(first: 2) { nodes { ${PERSON} viewerHasStarred comments(first: 2) { nodes { ${PERSON} topic { id } answer { id } } } } } } } } }`;

const SEARCH = `query ($slug: String!) { community(slug: $slug) { search(query: "reset", first: 30) {
  edges { node { ... on Topic { id title ${PERSON} ${EDGES} } ... on Article { id title } } highlights { source segments { text } } }
  facets { kinds { count } products { product { name } count } tags { tag { name } count } } totalCount } } }`;
const COMPLETE = `query ($slug: String!) { community(slug: $slug) { tagCompletions(text: "ta", first: 20) { name } } }`;

const ANSWER = `mutation ($input: AnswerInput!) { answer(input: $input) { id bodyHtml ${PERSON} } }`;
const ASK = `mutation ($input: AskInput!) { ask(input: $input) { id title ${PERSON} ${EDGES} } }`;
const ME_TOO = 'mutation ($input: MeTooInput!) { meToo(input: $input) { meTooCount viewerHasMeToo viewerFollows } }';

/** So many answers and comments on each topic, and three comments on each answer, by everybody in turn. */
const CHATTER = `
  WITH people AS (SELECT array_agg(id) AS ids, count(*)::int AS n FROM members),
  answered AS (
    INSERT INTO answers (community_id, id, topic_id, author_id, author_role, body, body_html)
    SELECT t.community_id, gen_random_uuid(), t.id, p.ids[1 + i % p.n], 'EMPLOYEE', 'Yes.', '<p>Yes.</p>'
    FROM topics t, people p, generate_series(1, $1) i RETURNING community_id, topic_id, id)
  INSERT INTO comments (community_id, id, topic_id, answer_id, author_id, author_role, body, body_html)
  SELECT r.community_id, gen_random_uuid(), r.topic_id, r.answer_id, p.ids[1 + i % p.n], 'EMPLOYEE', 'So.', '<p>So.</p>'
  FROM people p, generate_series(1, 3) i,
    (SELECT community_id, topic_id, id AS answer_id FROM answered
      UNION ALL SELECT community_id, id, NULL FROM topics) r`;

/** A community with a reader, and a topic that is as big as the community. */
interface Setting {
  readonly community: TestCommunity;
  readonly productId: string;
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
    const productId = await house.founder.product(community);
    const topics: string[] = [];
    for (let i = 0; i < size; i++) {
      topics.push(await say.ask(person(i), { tags: [`tag ${i}`, 'all'], productIds: [productId] }));
    }
    await house.founder.sql(community.key, CHATTER, [size]);
    await new SearchIndex(house, community).settle();
    const id = topics[0] as string;
    const reader = person(1);
    const { topic } = await reader.ask<{ topic: { code: string } }>('query ($id: ID!) { topic(id: $id) { code } }', {
      id,
    });
    return { community, productId, reader, id, code: topic.code };
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

  it('of a title is 4: nobody pays for what they did not ask for', async () => {
    const request = ({ reader, id }: Setting) => reader.ask('query ($id: ID!) { topic(id: $id) { title } }', { id });
    expect(await counts(request)).toEqual(within(4));
  });

  it('of a list is 5', async () => {
    const request = ({ reader, community: { slug } }: Setting) => reader.ask(LIST, { slug });
    expect(await counts(request)).toEqual(within(5));
  });

  it('of lists in lists in lists is 17 at most, however long they are', async () => {
    const numbers = await counts(({ reader, community: { slug } }) => reader.ask(DEEP, { slug }));
    // People who are known already are not read again, so that a few may be fewer.
    expect(Math.max(...numbers)).toBeLessThanOrEqual(17);
  });

  it('of a search with highlights and facets is 11', async () => {
    const request = ({ reader, community: { slug } }: Setting) => reader.ask(SEARCH, { slug });
    // How the words are stemmed is learned with the first one.
    await counts(request);
    expect(await counts(request)).toEqual(within(11));
  });

  it('of a completion is 5', async () => {
    const request = ({ reader, community: { slug } }: Setting) => reader.ask(COMPLETE, { slug });
    expect(await counts(request)).toEqual(within(5));
  });

  it('of a list of articles with all that they lead to is 9', async () => {
    const people = `SELECT community_id, id FROM members ORDER BY id LIMIT 1`;
    for (const [i, { community, productId }] of settings.entries()) {
      await house.founder.sql(
        community.key,
        `WITH written AS (
           INSERT INTO articles (community_id, id, slug, title, body, body_html, locale, author_id)
           SELECT community_id, gen_random_uuid(), 'a-' || n, 'A', 'B', 'B', 'en', id
           FROM (${people}) m, generate_series(1, $1) n RETURNING community_id, id)
         INSERT INTO article_products SELECT community_id, id, $2 FROM written`,
        [SIZES[i], keyOf(productId)],
      );
    }
    const list = `query ($slug: String!) { community(slug: $slug) { articles(first: 30) { nodes { title body bodyHtml
      author { displayName } products { name } viewerVote stillRightVotes { yes no } revisions(first: 2) { nodes { title } } } } } }`;
    const numbers = await counts(({ reader, community: { slug } }) => reader.ask(list, { slug }));
    expect(numbers).toEqual(within(9));
  });

  it('of a question that is asked is 13', async () => {
    const numbers = await counts(({ reader, community, productId }) =>
      reader.ask(ASK, {
        input: {
          communityId: community.id,
          idempotencyKey: randomUUID(),
          title: 'How do I reset it?',
          body: 'It blinks.',
          tags: ['new', 'all'],
          productIds: [productId],
        },
      }),
    );
    expect(numbers).toEqual(within(13));
  });

  it('of an answer is 13', async () => {
    const numbers = await counts(({ reader, id }) =>
      reader.ask(ANSWER, { input: { topicId: id, idempotencyKey: randomUUID(), body: 'So.' } }),
    );
    expect(numbers).toEqual(within(13));
  });

  it('of a me too is 5', async () => {
    const request = ({ reader, id }: Setting) => reader.ask(ME_TOO, { input: { topicId: id } });
    expect(await counts(request)).toEqual(within(5));
  });
});
