import { randomUUID } from 'node:crypto';
import { Backstage, keyOf } from '../support/backstage';
import { counterDrift } from '../support/counter-drift';
import type { TestCommunity } from '../support/founder';
import { mutation } from '../support/mutation';
import { TestApp } from '../support/test-app';
import type { TestUser } from '../support/test-user';
import { untilServed } from '../support/until-served';

const SHOWN = `id slug title summary body bodyHtml locale state reviewAt isReviewDue version editedAt createdAt viewerVote
  author { displayName } products { slug } stillRightVotes { yes no }`;
const LIST = `query ($slug: String!, $filter: ArticleFilterInput, $first: Int, $after: String) { community(slug: $slug) {
  articles(filter: $filter, first: $first, after: $after) { nodes { slug state } pageInfo { hasNextPage endCursor } } } }`;
const VERSIONS = `query ($id: ID!) { article(id: $id) { revisions(first: 9) {
  nodes { version title summary body editor { displayName } } } } }`;

interface Shown {
  readonly id: string;
  readonly slug: string;
  readonly title: string;
  readonly body: string;
  readonly version: number;
  readonly state: string;
  readonly products: readonly { slug: string }[];
  readonly stillRightVotes: { yes: number; no: number };
  readonly viewerVote: string | null;
}
interface Listed {
  community: {
    articles: { nodes: { slug: string }[]; pageInfo: { hasNextPage: boolean; endCursor: string | null } };
  };
}

describe('knowledge articles', () => {
  let house: TestApp;
  let ours: TestCommunity;
  let backstage: Backstage;
  let rep: TestUser;
  let moderator: TestUser;
  let ann: TestUser;

  beforeAll(async () => {
    house = await TestApp.start();
    ours = await house.founder.community();
    backstage = new Backstage(house, ours);
    rep = await house.founder.member(house.url, ours, { role: 'REPRESENTATIVE' });
    moderator = await house.founder.member(house.url, ours, { seat: true });
    ann = await house.founder.member(house.url, ours);
  });
  afterAll(() => house.stop());

  const input = (more: object = {}) => ({
    input: { communityId: ours.id, idempotencyKey: randomUUID(), title: 'Descaling', body: 'Use *vinegar*.', ...more },
  });
  const create = async (more: object = {}): Promise<Shown> =>
    (await rep.ask<{ createArticle: Shown }>(mutation('createArticle', SHOWN), input(more))).createArticle;
  const change = async (user: TestUser, name: string, args: object, type?: string): Promise<Shown> => {
    const data = await user.ask<Record<string, Shown>>(mutation(name, SHOWN, type), { input: args });
    return data[name] as Shown;
  };
  const read = async (user: TestUser, id: string): Promise<Shown | null> =>
    (await user.ask<{ article: Shown | null }>(`query ($id: ID!) { article(id: $id) { ${SHOWN} } }`, { id })).article;
  const list = async (user: TestUser, filter: object = {}, page: object = {}) =>
    (await user.ask<Listed>(LIST, { slug: ours.slug, filter, ...page })).community.articles;
  const slugs = async (user: TestUser, filter: object = {}): Promise<string[]> =>
    (await list(user, filter)).nodes.map(({ slug }) => slug);
  const eventsOf = (id: string): Promise<{ type: string; data: object }[]> =>
    backstage.rows(`SELECT type, data FROM domain_events WHERE subject_id = '${keyOf(id)}' ORDER BY id`);

  it('are written by those who speak for the company, as drafts that only staff see', async () => {
    const product = await house.founder.product(ours);
    const made = await create({
      summary: 'Once a month.',
      locale: 'de',
      productIds: [product],
      reviewAt: '2020-01-01T00:00:00Z',
    });
    expect(made).toMatchObject({
      ...{ slug: 'descaling', title: 'Descaling', summary: 'Once a month.', body: 'Use *vinegar*.', locale: 'de' },
      ...{ bodyHtml: '<p>Use <em>vinegar</em>.</p>\n', state: 'DRAFT', version: 1, editedAt: null, viewerVote: null },
      ...{ isReviewDue: true, stillRightVotes: { yes: 0, no: 0 } },
    });
    expect(made.products).toHaveLength(1);
    expect((await create()).slug).toMatch(/^descaling-[a-z0-9]{8}$/);
    expect((await create({ title: '脱灰' })).slug).toMatch(/^[a-z0-9]{8}$/);
    for (const user of [rep, moderator]) expect(await read(user, made.id)).toMatchObject({ body: 'Use *vinegar*.' });
    const byNode = `query ($id: ID!) { node(id: $id) { __typename id ... on Article { title } } }`;
    const bySlug = `query ($slug: String!) { community(slug: $slug) { article(slug: "descaling") { id } } }`;
    for (const user of [ann, house.stranger]) {
      expect(await read(user, made.id)).toBeNull();
      expect(await user.ask(byNode, { id: made.id })).toEqual({ node: null });
      expect(await user.ask(bySlug, { slug: ours.slug })).toEqual({ community: { article: null } });
      expect(await slugs(user)).toEqual([]);
      expect(await slugs(user, { state: 'DRAFT' })).toEqual([]);
    }
    expect(await user404(ann, made.id)).toBe('NOT_FOUND');
    await change(rep, 'publishArticle', { articleId: made.id }, 'ArticleInput');
    expect(await house.stranger.ask(byNode, { id: made.id })).toEqual({
      node: { __typename: 'Article', id: made.id, title: 'Descaling' },
    });
    expect(await house.stranger.ask(bySlug, { slug: ours.slug })).toEqual({ community: { article: { id: made.id } } });
    expect(await eventsOf(made.id)).toEqual([
      { type: 'article.created', data: { slug: 'descaling', state: 'DRAFT' } },
      { type: 'article.published', data: { version: 1 } },
    ]);
  });
  const user404 = (user: TestUser, articleId: string): Promise<string> =>
    user.codeOf(mutation('voteArticle'), { input: { articleId, vote: 'YES' } });

  it('are written by nobody else, and once with one key', async () => {
    for (const user of [ann, moderator]) {
      expect(await user.codeOf(mutation('createArticle'), input())).toBe('FORBIDDEN');
    }
    expect(await house.stranger.codeOf(mutation('createArticle'), input())).toBe('UNAUTHENTICATED');
    const once = input({ title: 'Only once' });
    const made = await Promise.all(
      Array.from({ length: 50 }, () =>
        untilServed<{ createArticle: Shown }>(rep, mutation('createArticle', 'id'), once),
      ),
    );
    expect(new Set(made.map(({ data }) => data.createArticle.id)).size).toBe(1);
    expect(await backstage.rows(`SELECT 1 FROM articles WHERE title = 'Only once'`)).toHaveLength(1);
    const other = { input: { ...once.input, title: 'Twice' } };
    expect(await rep.codeOf(mutation('createArticle'), other)).toBe('IDEMPOTENCY_MISMATCH');
    expect(await rep.codeOf(mutation('createArticle'), input({ slug: 'only-once' }))).toBe('NAME_TAKEN');
  });

  it('keep what they said, for staff, and their address', async () => {
    const { id } = await create({ title: 'Kettle', summary: 'Old.', state: 'PUBLISHED' });
    await backstage.rows(`DELETE FROM article_revisions WHERE article_id = '${keyOf(id)}'`);
    const lead = await house.founder.member(house.url, ours, { role: 'LEAD' });
    const edited = await change(lead, 'editArticle', { articleId: id, version: 1, title: 'Kettles', body: '**New**' });
    expect(edited).toMatchObject({ slug: 'kettle', title: 'Kettles', summary: 'Old.', version: 2 });
    expect(edited).toMatchObject({ bodyHtml: '<p><strong>New</strong></p>\n' });
    await change(rep, 'editArticle', { articleId: id, version: 2, summary: '', locale: 'fr' });
    const versions = await rep.ask<{ article: { revisions: { nodes: object[] } } }>(VERSIONS, { id });
    expect(versions.article.revisions.nodes).toMatchObject([
      { version: 3, title: 'Kettles', summary: '', body: '**New**' },
      { version: 2, title: 'Kettles', summary: 'Old.', body: '**New**' },
      { version: 1, title: 'Kettle', summary: 'Old.', body: 'Use *vinegar*.' },
    ]);
    expect(await ann.ask(VERSIONS, { id })).toEqual({ article: { revisions: { nodes: [] } } });
    const stale = { input: { articleId: id, version: 2, title: 'No' } };
    expect(await rep.codeOf(mutation('editArticle'), stale)).toBe('CONFLICT');
    expect(await moderator.codeOf(mutation('editArticle'), stale)).toBe('FORBIDDEN');
    expect((await eventsOf(id)).slice(1)).toEqual([
      { type: 'article.edited', data: { version: 2, fields: ['title', 'body'] } },
      { type: 'article.edited', data: { version: 3, fields: ['summary', 'locale'] } },
    ]);
  });

  it('are edited once by those who edit the same version at once', async () => {
    const { id } = await create();
    const edit = (i: number): Promise<string> =>
      rep.codeOf(mutation('editArticle'), { input: { articleId: id, version: 1, title: `T${i}` } });
    const codes = await Promise.all(Array.from({ length: 20 }, (_, i) => edit(i)));
    expect(codes.filter((code) => code === 'OK')).toHaveLength(1);
    expect(new Set(codes)).toEqual(new Set(['OK', 'CONFLICT']));
  });

  it('are long texts', async () => {
    const body = `${'word *word* [a](https://a.example/) '.repeat(400)}\n\n${'plain words '.repeat(3_500)}`;
    expect((await create({ body })).body.length).toBeGreaterThan(50_000);
  });

  it('are published and withdrawn by those who write them, each once', async () => {
    const { id } = await create();
    const set = (user: TestUser, name: string): Promise<string> =>
      user.codeOf(mutation(name, 'id', 'ArticleInput'), { input: { articleId: id } });
    for (const name of ['publishArticle', 'publishArticle', 'withdrawArticle', 'withdrawArticle', 'publishArticle']) {
      expect(await set(rep, name)).toBe('OK');
    }
    expect(await set(ann, 'withdrawArticle')).toBe('FORBIDDEN');
    expect(await set(moderator, 'withdrawArticle')).toBe('FORBIDDEN');
    const types = (await eventsOf(id)).map(({ type }) => type);
    expect(types).toEqual(['article.created', 'article.published', 'article.withdrawn', 'article.published']);
    expect(await read(ann, id)).toMatchObject({ state: 'PUBLISHED' });
  });

  it('are sorted under products', async () => {
    const [one, two] = [await house.founder.product(ours), await house.founder.product(ours)];
    const { id, slug } = await create({ productIds: [one], state: 'PUBLISHED' });
    const set = (user: TestUser, productIds: string[]): Promise<string> =>
      user.codeOf(mutation('setArticleProducts', 'id'), { input: { articleId: id, productIds } });
    expect(await slugs(ann, { productIds: [one] })).toEqual([slug]);
    expect(await set(rep, [two])).toBe('OK');
    expect(await set(rep, [two])).toBe('OK');
    expect([await slugs(ann, { productIds: [one] }), await slugs(ann, { productIds: [two, one] })]).toEqual([
      [],
      [slug],
    ]);
    expect(await set(moderator, [])).toBe('FORBIDDEN');
    expect((await eventsOf(id)).at(-1)).toEqual({
      type: 'article.products_set',
      data: { from: [keyOf(one)], to: [keyOf(two)] },
    });
    await backstage.rows(`UPDATE products SET archived_at = now() WHERE id IN ('${keyOf(one)}', '${keyOf(two)}')`);
    expect([await set(rep, [two]), await set(rep, [two, one])]).toEqual(['OK', 'NOT_FOUND']);
  });

  it('are looked at again when it is time', async () => {
    const there = await slugs(rep, { reviewDue: true });
    const [first, second, later] = [await create(), await create(), await create()];
    const review = (user: TestUser, { id }: Shown, reviewAt: string | null): Promise<string> =>
      user.codeOf(mutation('setArticleReview', 'id'), { input: { articleId: id, reviewAt } });
    expect(await review(rep, second, '2001-01-01T00:00:00Z')).toBe('OK');
    expect(await review(rep, first, '2002-01-01T00:00:00Z')).toBe('OK');
    expect(await review(rep, later, '2099-01-01T00:00:00Z')).toBe('OK');
    expect(await review(moderator, first, null)).toBe('FORBIDDEN');
    expect(await slugs(rep, { reviewDue: true })).toEqual([second.slug, first.slug, ...there]);
    expect(await slugs(rep, { reviewDue: false })).not.toContain(first.slug);
    const page = await list(rep, { reviewDue: true }, { first: 1 });
    const next = await list(rep, { reviewDue: true }, { first: 1, after: page.pageInfo.endCursor });
    expect([page.nodes, next.nodes].flat().map(({ slug }) => slug)).toEqual([second.slug, first.slug]);
    expect(await review(rep, second, null)).toBe('OK');
    expect(await slugs(rep, { reviewDue: true })).toEqual([first.slug, ...there]);
    expect((await eventsOf(second.id)).at(-1)).toEqual({
      type: 'article.review_set',
      data: { from: '2001-01-01T00:00:00.000Z', to: null },
    });
  });

  it('are listed newest first, page by page', async () => {
    const all = await slugs(rep);
    let after: string | null = null;
    const paged: string[] = [];
    for (let more = true; more;) {
      const page: Listed['community']['articles'] = await list(rep, {}, { first: 3, after });
      paged.push(...page.nodes.map(({ slug }) => slug));
      after = page.pageInfo.endCursor;
      more = page.pageInfo.hasNextPage;
    }
    expect(paged).toEqual(all);
    const published = await slugs(rep, { state: 'PUBLISHED' });
    expect(published).toEqual(await slugs(ann));
    expect(published.length).toBeLessThan(all.length);
    const cursor = (await list(rep, {}, { first: 1 })).pageInfo.endCursor;
    const elsewhere = { slug: ours.slug, filter: { state: 'DRAFT' }, after: cursor };
    expect(await rep.codeOf(LIST, elsewhere)).toBe('INVALID_INPUT');
  });

  it('count what fifty members say at once, and say again, each once', async () => {
    const { id } = await create({ state: 'PUBLISHED' });
    const people = await Promise.all(Array.from({ length: 10 }, () => house.founder.member(house.url, ours)));
    const vote = (user: TestUser, said: string | null) =>
      untilServed(user, mutation('voteArticle', 'id'), { input: { articleId: id, vote: said } });
    await Promise.all(people.flatMap((user) => ['YES', 'NO', null, 'NO', 'YES'].map((said) => vote(user, said))));
    expect(await counterDrift(house.founder, ours.key)).toEqual([]);
    await Promise.all(people.flatMap((user, i) => Array.from({ length: 5 }, () => vote(user, i < 7 ? 'YES' : 'NO'))));
    expect(await read(people[8] as TestUser, id)).toMatchObject({
      stillRightVotes: { yes: 7, no: 3 },
      viewerVote: 'NO',
    });
    expect(await counterDrift(house.founder, ours.key)).toEqual([]);
    const [first] = people as [TestUser];
    expect(await change(first, 'voteArticle', { articleId: id, vote: 'NO' })).toMatchObject({
      stillRightVotes: { yes: 6, no: 4 },
      viewerVote: 'NO',
    });
    expect(await change(first, 'voteArticle', { articleId: id, vote: null })).toMatchObject({
      stillRightVotes: { yes: 6, no: 3 },
      viewerVote: null,
    });
    await change(first, 'voteArticle', { articleId: id, vote: null });
    expect((await eventsOf(id)).slice(-2)).toEqual([
      { type: 'article.voted', data: { vote: 'NO', version: 1 } },
      { type: 'article.vote_taken_back', data: { version: 1 } },
    ]);
    expect(await read(house.stranger, id)).toMatchObject({ stillRightVotes: { yes: 6, no: 3 }, viewerVote: null });
    const refused = { input: { articleId: id, vote: 'YES' } };
    expect(await house.stranger.codeOf(mutation('voteArticle'), refused)).toBe('UNAUTHENTICATED');
    const suspended = await house.founder.member(house.url, ours, { suspended: true });
    expect(await suspended.codeOf(mutation('voteArticle'), refused)).toBe('MEMBER_SUSPENDED');
  });

  it('belong to their community', async () => {
    const theirs = await house.founder.community();
    const foreigner = await house.founder.member(house.url, theirs, { role: 'ADMIN' });
    const { id } = await create();
    const edit = { input: { articleId: id, version: 1, title: 'Mine' } };
    expect(await foreigner.codeOf(mutation('editArticle'), edit)).toBe('FORBIDDEN');
    expect(await read(foreigner, id)).toBeNull();
    const product = await house.founder.product(theirs);
    expect(await rep.codeOf(mutation('createArticle'), input({ productIds: [product] }))).toBe('NOT_FOUND');
  });
});
