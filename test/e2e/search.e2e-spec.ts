import { Backstage } from '../support/backstage';
import { GARBLED } from '../support/bad-input/bad-row';
import { Conversation } from '../support/conversation';
import type { TestCommunity } from '../support/founder';
import { keyOf } from '../support/backstage';
import { mutation } from '../support/mutation';
import { SearchIndex } from '../support/search-index';
import { TestApp } from '../support/test-app';
import type { TestUser } from '../support/test-user';

const FOUND = `edges { cursor node { __typename ... on Topic { id title author { id } tags { name } } ... on Article { id title summary } }
  highlights { source segments { text isMatch } } }
  nodes { __typename } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } totalCount isExact degraded searchId`;
const SEARCH = `query ($slug: String!, $query: String!, $filters: SearchFilterInput, $first: Int, $after: String) {
  community(slug: $slug) { search(query: $query, filters: $filters, first: $first, after: $after) { ${FOUND} } } }`;
const FACETS = `query ($slug: String!, $query: String!, $filters: SearchFilterInput) { community(slug: $slug) {
  search(query: $query, filters: $filters) { totalCount facets { kinds { kind count } statuses { status count }
    resolutions { resolution count } products { product { id name } count } tags { tag { name } count } } } } }`;

interface Page {
  edges: {
    cursor: string;
    node: { __typename: string; id: string; title: string; author?: { id: string } };
    highlights: { source: string; segments: { text: string; isMatch: boolean }[] }[];
  }[];
  nodes: { __typename: string }[];
  pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; startCursor: string | null; endCursor: string | null };
  totalCount: number;
  isExact: boolean;
  degraded: boolean;
  searchId: string;
}

describe('search', () => {
  let house: TestApp;
  let ours: TestCommunity;
  let people: Record<'ann' | 'ben' | 'rep' | 'admin', TestUser>;
  let say: Conversation;
  let backstage: Backstage;

  beforeAll(async () => {
    house = await TestApp.start();
    ours = await house.founder.community();
    const member = (role: 'CUSTOMER' | 'REPRESENTATIVE' | 'ADMIN') => house.founder.member(house.url, ours, { role });
    people = {
      ann: await member('CUSTOMER'),
      ben: await member('CUSTOMER'),
      rep: await member('REPRESENTATIVE'),
      admin: await member('ADMIN'),
    };
    say = new Conversation(ours);
    backstage = new Backstage(house, ours);
  });
  afterAll(() => house.stop());

  const search = async (user: TestUser, query: string, more: object = {}, at = ours): Promise<Page> =>
    (await user.ask<{ community: { search: Page } }>(SEARCH, { slug: at.slug, query, ...more })).community.search;
  const idsOf = (page: Page): string[] => page.edges.map(({ node }) => node.id);
  const article = async (input: object = {}): Promise<string> => {
    const created = await people.rep.ask<{ createArticle: { id: string } }>(mutation('createArticle', 'id'), {
      input: {
        communityId: ours.id,
        idempotencyKey: `article-${Math.random()}`,
        title: 'Flugzeug',
        body: 'So.',
        ...input,
      },
    });
    return created.createArticle.id;
  };

  it('finds topics and articles, says where, and shows what was asked for', async () => {
    const id = await say.ask(people.ann, {
      title: 'The zeppelin leaks',
      body: 'It <b>hisses</b> & sinks.',
      tags: ['airship'],
    });
    const answer = await say.answer(people.ben, id, 'Turn the *valve* of the zéppelin.');
    await people.rep.ask(mutation('markOfficial', 'topic { id }'), { input: { answerId: answer } });
    const about = await article({ title: 'Zeppelins', summary: 'All of them.', body: 'Valves **and** more.' });
    await people.rep.ask(mutation('publishArticle', 'id', 'ArticleInput'), { input: { articleId: about } });
    await new SearchIndex(house, ours).settle();
    const page = await search(house.stranger, 'zeppelin valve');
    expect(idsOf(page).toSorted()).toEqual([id, about].toSorted());
    expect(page).toMatchObject({
      totalCount: 2,
      isExact: true,
      degraded: false,
      pageInfo: { hasNextPage: false, hasPreviousPage: false },
    });
    const found = page.edges.find(({ node }) => node.id === id);
    expect(found?.node).toMatchObject({
      __typename: 'Question',
      title: 'The zeppelin leaks',
      author: { id: people.ann.memberId },
      tags: [{ name: 'airship' }],
    });
    const marked = (highlights: Page['edges'][number]['highlights'] = []): string[] =>
      highlights.map(
        ({ source, segments }) =>
          `${source}: ${segments.map((one) => (one.isMatch ? `[${one.text}]` : one.text)).join('')}`,
      );
    expect(marked(found?.highlights)).toEqual([
      'TITLE: The [zeppelin] leaks',
      'ANSWER: Turn the [valve] of the [zéppelin].',
    ]);
    const article1 = page.edges.find(({ node }) => node.id === about);
    expect(article1?.node).toEqual({ __typename: 'Article', id: about, title: 'Zeppelins', summary: 'All of them.' });
    expect(marked(article1?.highlights)).toEqual(['TITLE: [Zeppelins]', 'ARTICLE: [Valves] and more.']);
    const sinking = await search(house.stranger, 'hisses');
    expect(marked(sinking.edges[0]?.highlights)[1]).toBe('BODY: It <b>[hisses]</b> & sinks.');
  });

  it('shows texts as they are, also where the index has older ones', async () => {
    const id = await say.ask(people.ann, { title: 'A gyroscope?', body: 'Old words.' });
    await new SearchIndex(house, ours).settle();
    await people.ann.ask(mutation('editTopic', 'id'), {
      input: { topicId: id, version: 1, body: 'Gyroscope, new words.' },
    });
    const { edges } = await search(people.ben, 'gyroscope');
    expect(edges[0]?.highlights[1]?.segments).toEqual([
      { text: 'Gyroscope', isMatch: true },
      { text: ', new words.', isMatch: false },
    ]);
  });

  it('never shows what was hidden, made private, archived or merged after it was indexed, nor answers that were', async () => {
    const ids: string[] = [];
    for (let i = 0; i < 6; i++) ids.push(await say.ask(people.ann, { title: `Kangaroo number ${i}?` }));
    const answer = await say.answer(people.ben, ids[5] ?? '', 'The kangaroo is marsupial.');
    await new SearchIndex(house, ours).settle();
    expect(idsOf(await search(house.stranger, 'kangaroo')).toSorted()).toEqual(ids.toSorted());
    const changes = [
      `state = 'HIDDEN'`,
      `visibility = 'PRIVATE'`,
      'archived_at = now()',
      `merged_into_id = '${keyOf(ids[5] ?? '')}'`,
      `state = 'REMOVED'`,
    ];
    for (const [i, change] of changes.entries()) await backstage.setTopic(ids[i] ?? '', change);
    await backstage.setAnswerState(answer, 'HIDDEN');
    expect(idsOf(await search(house.stranger, 'kangaroo'))).toEqual([ids[5]]);
    expect(idsOf(await search(people.ann, 'kangaroo')).toSorted()).toEqual([ids[1], ids[5]].toSorted());
    expect(idsOf(await search(people.rep, 'kangaroo')).toSorted()).toEqual([ids[1], ids[5]].toSorted());
    const { edges } = await search(people.rep, 'marsupial');
    expect(JSON.stringify(edges)).not.toContain('marsupial');
  });

  it('stays in its community, which closed it is for members only', async () => {
    const theirs = await house.founder.community({}, 'MEMBERS_ONLY');
    const member = await house.founder.member(house.url, theirs);
    const id = await new Conversation(theirs).ask(member, { title: 'A rhinoceros?' });
    const own = await say.ask(people.ann, { title: 'Our rhinoceros?' });
    await new SearchIndex(house, theirs).settle();
    await new SearchIndex(house, ours).settle();
    expect(idsOf(await search(member, 'rhinoceros', {}, theirs))).toEqual([id]);
    expect(idsOf(await search(member, 'rhinoceros'))).toEqual([own]);
    expect(idsOf(await search(people.admin, 'rhinoceros'))).toEqual([own]);
    for (const user of [house.stranger, people.admin])
      expect(await user.codeOf(SEARCH, { slug: theirs.slug, query: 'rhinoceros' })).toBe('NOT_FOUND');
  });

  it('pages by cursors, each hit once', async () => {
    const ids: string[] = [];
    for (let i = 0; i < 7; i++) ids.push(await say.ask(people.ann, { title: `Lighthouse ${i}?` }));
    await new SearchIndex(house, ours).settle();
    const seen: string[] = [];
    let after: string | null = null;
    for (let pages = 0; pages < 4; pages++) {
      const page: Page = await search(people.ben, 'lighthouse', { first: 3, after });
      expect(page.pageInfo).toMatchObject({ hasNextPage: seen.length < 6, hasPreviousPage: after !== null });
      expect(page.pageInfo.endCursor).toBe(page.edges.at(-1)?.cursor);
      expect(page.totalCount).toBe(7);
      seen.push(...idsOf(page));
      after = page.pageInfo.endCursor;
      if (!page.pageInfo.hasNextPage) break;
    }
    expect(seen.toSorted()).toEqual(ids.toSorted());
    const behind = await search(people.ben, 'lighthouse', { first: 3, after });
    expect(behind).toMatchObject({ edges: [], pageInfo: { hasNextPage: false, endCursor: null } });
  });

  it('narrows by filters, and counts what there is of each', async () => {
    const productId = await house.founder.product(ours);
    const idea = await say.ask(people.ann, {
      title: 'A submarine',
      kind: 'IDEA',
      tags: ['sea'],
      productIds: [productId],
    });
    const question = await say.ask(people.ann, { title: 'Which submarine?', tags: ['sea', 'deep'] });
    await say.answer(people.ben, question, 'The yellow one.');
    await people.rep.ask(mutation('setStatus', 'id'), { input: { topicId: idea, status: 'PENDING' } });
    await new SearchIndex(house, ours).settle();
    const [tag] = await backstage.rows<{ id: string }>(`SELECT id FROM tags WHERE name = 'deep'`);
    const tagId = (
      await people.ann.ask<{ community: { tag: { id: string } } }>(
        'query ($slug: String!) { community(slug: $slug) { tag(name: "deep") { id } } }',
        { slug: ours.slug },
      )
    ).community.tag.id;
    expect(keyOf(tagId)).toBe(tag?.id);
    const by = async (filters: object): Promise<string[]> => idsOf(await search(people.ben, 'submarine', { filters }));
    for (const filters of [
      { topicKinds: ['IDEA'] },
      { productIds: [productId] },
      { statuses: ['PENDING'] },
      { resolutions: ['UNANSWERED'] },
    ])
      await expect([filters, await by(filters)]).toEqual([filters, [idea]]);
    for (const filters of [{ tagIds: [tagId] }, { resolutions: ['ANSWERED'], kinds: ['TOPIC'] }])
      await expect([filters, await by(filters)]).toEqual([filters, [question]]);
    expect(await by({ kinds: ['ARTICLE'] })).toEqual([]);
    expect((await by({ kinds: null, tagIds: null })).toSorted()).toEqual([idea, question].toSorted());
    const { community } = await house.stranger.ask<{ community: { search: object } }>(FACETS, {
      slug: ours.slug,
      query: 'submarine',
    });
    expect(community.search).toMatchObject({
      totalCount: 2,
      facets: {
        kinds: expect.arrayContaining([
          { kind: 'IDEA', count: 1 },
          { kind: 'QUESTION', count: 1 },
        ]),
        statuses: expect.arrayContaining([
          { status: 'PENDING', count: 1 },
          { status: 'NONE', count: 1 },
        ]),
        resolutions: expect.arrayContaining([{ resolution: 'ANSWERED', count: 1 }]),
        products: [{ product: { id: productId, name: expect.any(String) }, count: 1 }],
        tags: [
          { tag: { name: 'sea' }, count: 2 },
          { tag: { name: 'deep' }, count: 1 },
        ],
      },
    });
  });

  it('takes any text, and refuses what is no page or no filter', async () => {
    const code = (query: string, more: object = {}): Promise<string> =>
      people.ann.codeOf(SEARCH, { slug: ours.slug, query, ...more });
    const odd = [
      '',
      ' ',
      '"',
      '-',
      '"a',
      '-a',
      '\\',
      "'; DROP TABLE topics; --",
      '%_%',
      ':*&|!()<->',
      'x'.repeat(10_000),
      ...GARBLED.map(([, text]) => text),
    ];
    for (const text of odd) await expect([text, await code(text)]).toEqual([text, 'OK']);
    expect((await search(people.ann, '  ')).edges).toEqual([]);
    expect(await code('x'.repeat(20_001))).toBe('INVALID_INPUT');
    const other = await search(people.ann, 'lighthouse', { first: 1 });
    for (const after of ['', '!', other.edges[0]?.cursor, 'x'.repeat(2_000)])
      await expect([after, await code('kangaroo', { after })]).toEqual([after, 'INVALID_INPUT']);
    const [list] = JSON.parse(Buffer.from(other.edges[0]?.cursor ?? '', 'base64url').toString()) as unknown[];
    const forge = (...parts: unknown[]): string => Buffer.from(JSON.stringify([list, ...parts])).toString('base64url');
    for (const after of [forge(0), forge(1.5), forge(1_001), forge(-1), forge('1'), forge(1, 1), forge()])
      await expect([after, await code('lighthouse', { after })]).toEqual([after, 'INVALID_INPUT']);
    await expect(code('lighthouse', { after: forge(1) })).resolves.toBe('OK');
    for (const first of [0, -1, 101]) expect(await code('a', { first })).toBe('BAD_USER_INPUT');
    expect(await code('a', { filters: { productIds: ['x'] } })).toBe('INVALID_INPUT');
    expect(await code('a', { filters: { tagIds: [people.ann.memberId] } })).toBe('NOT_FOUND');
    expect(await code('a', { filters: { productIds: Array(21).fill(await house.founder.product(ours)) } })).toBe(
      'INVALID_INPUT',
    );
  });
});
