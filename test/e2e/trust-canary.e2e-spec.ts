import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { CommunityExport, DataExportWriter } from '@app/interchange';
import { GlobalId } from '@app/kernel';
import { buildSchema, getNamedType, type GraphQLSchema } from 'graphql';
import { schemaText } from '../../apps/api/src/schema-text';
import { Backstage, keyOf } from '../support/backstage';
import { foundWorld, type World } from '../support/bad-input/world';
import { BROAD_QUERIES } from '../support/broad-queries';
import { mutation } from '../support/mutation';
import { documentFor, operations, type Ids } from '../support/operations';
import { PlainTwin } from '../support/plain-twin';
import { SearchIndex } from '../support/search-index';
import { listsOf, partsOf, valuesOf } from '../support/swept-queries';
import { temporaryFolder } from '../support/temporary-folder';
import { TestApp } from '../support/test-app';
import type { TestUser } from '../support/test-user';

/** Words of members begin like this, as a share or in percent; ids hold no point. */
const CANARY = /\.7391|\b73\.91/;
const MEMBERS = 12;

/** What of an answer is another one each time: moments that are counted from now, and likeness, which fades from now on. */
const PASSING = new Set(['requestId', 'searchId', 'from', 'to', 'asOf', 'relatedTopics']);

/** An answer without what passes. */
function lasting(answer: string): string {
  return JSON.stringify(JSON.parse(answer), (key, value: unknown) => (PASSING.has(key) ? undefined : value));
}

describe('what a member’s word weighs', () => {
  let house: TestApp;
  let schema: GraphQLSchema;
  let world: World;
  let back: Backstage;
  let readers: [string, TestUser][];

  beforeAll(async () => {
    house = await TestApp.start();
    schema = buildSchema(await schemaText());
    world = await foundWorld(house);
    back = new Backstage(house, world.community);
    const { users, community, id } = world;
    const others = await Promise.all(Array.from({ length: MEMBERS }, () => house.founder.member(house.url, community)));
    for (const other of others.slice(0, 4))
      await other.ask(mutation('starAnswer', 'id', 'StarInput'), { input: { answerId: id['answer'] } });
    await users.ann.ask(mutation('flag', '', 'FlagInput').replace(/\{\s*\}/, ''), {
      input: { postId: id['second'], reason: 'SPAM', note: 'So.' },
    });
    await back.rows('UPDATE communities SET trust_epoch = 1');
    const lead = await house.founder.member(house.url, community, { role: 'LEAD' });
    readers = [
      ['a stranger', house.stranger],
      ['who asked', users.ann],
      ['a lead', lead],
      ['an administrator', users.admin],
    ];
  });
  afterAll(() => house.stop());

  /** Every member's word weighs something of its own, in one order or the other. */
  const weigh = async (order: 'ASC' | 'DESC'): Promise<void> => {
    await back.rows(
      `UPDATE members m SET trust = 0.7391 + n.place / 100000.0
       FROM (SELECT id, row_number() OVER (ORDER BY id ${order}) AS place FROM members) n WHERE n.id = m.id RETURNING m.id`,
    );
    await new SearchIndex(house, world.community).settle();
  };
  const ids = (): Ids => {
    const { community, slug, id } = world;
    const named = (thing: 'Session' | 'ApiKey' | 'Search' | 'ModerationItem' | 'AskAttempt' | 'Recognition'): string =>
      GlobalId.encode(thing, community.key, keyOf(id['topic'] ?? ''));
    return {
      slug,
      Community: community.id,
      Topic: id['topic'] ?? '',
      Answer: id['answer'] ?? '',
      Comment: id['comment'] ?? '',
      Member: id['ben'] ?? '',
      Tag: id['tag'] ?? '',
      Product: id['product'] ?? '',
      Article: id['article'] ?? '',
      Session: named('Session'),
      ApiKey: named('ApiKey'),
      Search: named('Search'),
      ModerationItem: named('ModerationItem'),
      AskAttempt: named('AskAttempt'),
      Recognition: named('Recognition'),
    };
  };
  /** Everything that is in the schema to be read, list by list in every order, and thing by thing. */
  const sweep = (): { name: string; query: string; variables: object }[] => {
    const { slug, id } = world;
    const queries = operations()
      .filter(({ kind }) => kind === 'Query')
      .flatMap((operation) => {
        const { query, variables } = documentFor(schema, operation, ids());
        const type = getNamedType(schema.getQueryType()!.getFields()[operation.name]!.type);
        return partsOf(type).map((part, n) => ({
          name: `${operation.name} ${n}`,
          query: query.replace('{ __typename }', `{ ${part} }`),
          variables,
        }));
      });
    const lists = listsOf(schema, 'Community').flatMap(({ name, orders, of }) =>
      orders.map((order) => {
        const args = ['first: 20', order ? `order: ${order}` : ''].filter(Boolean).join(', ');
        const query = `query ($slug: String!) { community(slug: $slug) { ${name}(${args}) { nodes { ${valuesOf(of)} } } } }`;
        return { name: `${name} ${order}`, query, variables: { slug } };
      }),
    );
    const things = (['Topic', 'Answer', 'Comment', 'Member', 'Tag', 'Product', 'Article'] as const).flatMap((thing) =>
      partsOf(schema.getType(thing)!).map((part, n) => ({
        name: `${thing} ${n}`,
        query: `query ($ids: [ID!]!) { nodes(ids: $ids) { ... on ${thing} { ${part} } } }`,
        variables: { ids: [ids()[thing]] },
      })),
    );
    const found = ['member', 'a', 'light'].flatMap((text) => [
      `query ($slug: String!) { community(slug: $slug) { memberCompletions(text: "${text}") { id handle } } }`,
      `query ($slug: String!) { community(slug: $slug) { search(query: "${text}", first: 10) { edges { node { __typename
        ... on Topic { id author { id handle } } } } } } }`,
    ]);
    const broad = [...BROAD_QUERIES, ...found].map((query, place) => ({
      name: `broad ${place}`,
      query,
      variables: { slug, ids: Object.values(id) },
    }));
    return [...queries, ...lists, ...things, ...broad];
  };
  /** What each reader is told, by reader and query. */
  const told = async (): Promise<Map<string, string>> => {
    const answers = new Map<string, string>();
    for (const [reader, user] of readers) {
      for (const { name, query, variables } of sweep()) {
        answers.set(`${reader}: ${name}`, JSON.stringify(await user.send(query, variables)));
      }
    }
    return answers;
  };

  it('is told to nobody, and moves nothing in what anybody is told', async () => {
    await weigh('ASC');
    const before = await PlainTwin.without(told);
    await weigh('DESC');
    const after = await PlainTwin.without(told);
    expect([...before, ...after].filter(([, answer]) => CANARY.test(answer))).toEqual([]);
    expect([...after].filter(([what, answer]) => lasting(before.get(what)!) !== lasting(answer))).toEqual([]);
    // The sweep reads what there is: it is not all refused.
    const refused = [...before].filter(([, answer]) => /GRAPHQL_|BAD_USER_INPUT|QUERY_TOO|INTERNAL/.test(answer));
    expect(refused).toEqual([]);
    const members = [...before].filter(([what]) => what.startsWith('a lead: members '));
    expect(members.length).toBeGreaterThan(0);
    for (const [, answer] of members) expect(answer.match(/"handle"/g)?.length).toBeGreaterThan(MEMBERS);
    // It would see one.
    const ben = world.id['ben'] ?? '';
    await back.rows(`UPDATE members SET title = '0.73917' WHERE id = $1`, ben);
    const variables = { ids: [ben] };
    const values = valuesOf(schema.getType('Member')!);
    const { data } = await house.stranger.send(
      `query ($ids: [ID!]!) { nodes(ids: $ids) { ... on Member { ${values} } } }`,
      variables,
    );
    expect(JSON.stringify(data)).toMatch(CANARY);
    await back.rows(`UPDATE members SET title = '' WHERE id = $1`, ben);
  }, 120_000);

  it('is in no export, neither one’s own nor that of the community', async () => {
    await weigh('ASC');
    const { community, users, slug } = world;
    for (const user of [users.ann, users.ben, users.admin]) {
      const { exportMyData } = await user.ask<{ exportMyData: { id: string } }>(mutation('exportMyData', 'id'), {
        input: { communityId: community.id },
      });
      const exportId = keyOf(exportMyData.id);
      await house.app.get(DataExportWriter).write({ communityId: community.key, exportId });
      const parts = await back.rows<{ content: Buffer }>(
        'SELECT content FROM member_export_parts WHERE export_id = $1 ORDER BY number',
        exportMyData.id,
      );
      const text = gunzipSync(Buffer.concat(parts.map(({ content }) => content))).toString();
      expect(text).toContain(keyOf(user.memberId));
      expect(text).not.toMatch(CANARY);
    }
    const folder = join(temporaryFolder(), 'export');
    await CommunityExport.run({ ownerUrl: house.database.ownerUrl, slug, folder });
    const files = readdirSync(folder).map((name) => {
      const bytes = readFileSync(join(folder, name));
      return (name.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString();
    });
    expect(files.join('')).toContain(keyOf(users.ann.memberId));
    expect(files.filter((text) => CANARY.test(text))).toEqual([]);
  });
});
