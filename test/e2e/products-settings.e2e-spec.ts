import { randomUUID } from 'node:crypto';
import { GlobalId } from '@app/kernel';
import type { TestCommunity } from '../support/founder';
import { TestApp } from '../support/test-app';
import type { TestUser } from '../support/test-user';

const CREATE = `mutation ($input: CreateProductInput!) { createProduct(input: $input) { id slug name version parent { id } } }`;
const UPDATE = `mutation ($input: UpdateProductInput!) { updateProduct(input: $input) { id slug name position version parent { id } } }`;
const ARCHIVE = `mutation ($input: ProductInput!) { archiveProduct(input: $input) { archivedAt } }`;
const RESTORE = `mutation ($input: ProductInput!) { restoreProduct(input: $input) { archivedAt } }`;
const PRODUCTS = `query ($slug: String!, $archived: Boolean! = false) { community(slug: $slug) {
  products(includeArchived: $archived) { slug parent { slug } children { slug } archivedAt } } }`;
const ASK = `mutation ($input: AskInput!) { ask(input: $input) { id tags { name topicCount } products { slug archivedAt } } }`;
const COMMUNITY = `mutation ($input: UpdateCommunityInput!) { updateCommunity(input: $input) { name locale visibility version settings {
  holdFirstPosts flagsToHide readersToSolve trustedAfterDays companyEmailDomains openToJoin keepSearchers } } }`;

describe('what admins keep in order', () => {
  let house: TestApp;
  let ours: TestCommunity;
  let admin: TestUser;
  let curator: TestUser;
  let ann: TestUser;

  beforeAll(async () => {
    house = await TestApp.start();
    ours = await house.founder.community();
    admin = await house.founder.member(house.url, ours, { role: 'ADMIN' });
    curator = await house.founder.member(house.url, ours, { seat: true });
    ann = await house.founder.member(house.url, ours);
  });
  afterAll(() => house.stop());

  const key = (id: string): string => GlobalId.parse(id)?.id ?? '';
  const typesOf = async (id: string, community = ours): Promise<string[]> =>
    (
      await house.founder.sql<{ type: string }>(
        community.key,
        'SELECT type FROM domain_events WHERE community_id = $1 AND subject_id = $2 ORDER BY id',
        [community.key, key(id)],
      )
    ).map(({ type }) => type);

  describe('products', () => {
    const product = (more: object = {}) => ({
      input: { communityId: ours.id, idempotencyKey: randomUUID(), name: `Lamp ${randomUUID().slice(0, 8)}`, ...more },
    });
    const create = async (more: object = {}) =>
      (await admin.ask<{ createProduct: { id: string; slug: string } }>(CREATE, product(more))).createProduct;

    it('form a tree that is listed in its order', async () => {
      const own = await house.founder.community();
      const owner = await house.founder.member(house.url, own, { role: 'ADMIN' });
      const make = async (slug: string, parentId: string | null, position: number) =>
        (
          await owner.ask<{ createProduct: { id: string } }>(CREATE, {
            input: { communityId: own.id, idempotencyKey: randomUUID(), name: slug, slug, parentId, position },
          })
        ).createProduct.id;
      const lamps = await make('lamps', null, 2);
      const heaters = await make('heaters', null, 1);
      const desk = await make('desk-lamps', lamps, 5);
      await make('mini', desk, 0);
      await make('wall-lamps', lamps, 3);
      await owner.ask(ARCHIVE, { input: { productId: heaters } });
      const list = async (archived: boolean) =>
        (
          await house.stranger.ask<{ community: { products: { slug: string; archivedAt: string | null }[] } }>(
            PRODUCTS,
            {
              slug: own.slug,
              archived,
            },
          )
        ).community.products;
      const tree = [
        { slug: 'lamps', parent: null, children: [{ slug: 'wall-lamps' }, { slug: 'desk-lamps' }], archivedAt: null },
        { slug: 'wall-lamps', parent: { slug: 'lamps' }, children: [], archivedAt: null },
        { slug: 'desk-lamps', parent: { slug: 'lamps' }, children: [{ slug: 'mini' }], archivedAt: null },
        { slug: 'mini', parent: { slug: 'desk-lamps' }, children: [], archivedAt: null },
      ];
      await expect(list(false)).resolves.toEqual(tree);
      await expect(list(true)).resolves.toMatchObject([{ slug: 'heaters' }, ...tree]);
      const one = `query ($slug: String!, $p: String!) { community(slug: $slug) { product(slug: $p) { name } } }`;
      for (const [p, found] of [
        ['mini', { name: 'mini' }],
        ['none', null],
        ['a\u0000b', null],
      ]) {
        await expect(house.stranger.ask(one, { slug: own.slug, p })).resolves.toEqual({
          community: { product: found },
        });
      }
    });

    it('are made once for one key, and take a slug once, though fifty reach for it', async () => {
      const one = product({ slug: `once-${randomUUID().slice(0, 8)}` });
      const made = await Promise.all(
        Array.from({ length: 50 }, () => admin.ask<{ createProduct: { id: string } }>(CREATE, one)),
      );
      expect(new Set(made.map(({ createProduct }) => createProduct.id)).size).toBe(1);
      const slug = `race-${randomUUID().slice(0, 8)}`;
      const codes = await Promise.all(Array.from({ length: 50 }, () => admin.codeOf(CREATE, product({ slug }))));
      expect(codes.toSorted()).toEqual([...Array<string>(49).fill('NAME_TAKEN'), 'OK']);
    });

    it('change by version, and tell what was before', async () => {
      const { id } = await create({ name: 'Old lamp', slug: 'old-lamp' });
      const change = { productId: id, version: 1, name: 'New lamp', position: 9 };
      await expect(admin.ask(UPDATE, { input: change })).resolves.toMatchObject({
        updateProduct: { name: 'New lamp', slug: 'old-lamp', position: 9, version: 2 },
      });
      expect(await admin.codeOf(UPDATE, { input: change })).toBe('CONFLICT');
      const [event] = await house.founder.sql<{ data: object }>(
        ours.key,
        `SELECT data FROM domain_events WHERE subject_id = $1 AND type = 'product.updated'`,
        [key(id)],
      );
      expect(event?.data).toEqual({
        version: 2,
        name: { from: 'Old lamp', to: 'New lamp' },
        position: { from: 0, to: 9 },
      });
      const other = await create();
      expect(await admin.codeOf(UPDATE, { input: { productId: other.id, version: 1, slug: 'old-lamp' } })).toBe(
        'NAME_TAKEN',
      );
    });

    it('stand at most three deep and never in a circle, though two move at once', async () => {
      const top = await create();
      const middle = await create({ parentId: top.id });
      const bottom = await create({ parentId: middle.id });
      expect(await admin.codeOf(CREATE, product({ parentId: bottom.id }))).toBe('INVALID_INPUT');
      const move = (productId: string, parentId: string | null) =>
        admin.codeOf(UPDATE, { input: { productId, parentId, version: 1 } });
      expect(await move(top.id, bottom.id)).toBe('INVALID_INPUT');
      expect(await move(top.id, top.id)).toBe('INVALID_INPUT');
      const tall = await create();
      expect(await move(top.id, tall.id)).toBe('INVALID_INPUT');
      const [a, b] = [await create(), await create()];
      const codes = await Promise.all([move(a.id, b.id), move(b.id, a.id)]);
      expect(codes.toSorted()).toEqual(['INVALID_INPUT', 'OK']);
      expect(await move(bottom.id, null)).toBe('OK');
    });

    it('stay with old topics when they are archived, and come back', async () => {
      const { id, slug } = await create();
      const question = (productIds: string[]) => ({
        input: { communityId: ours.id, idempotencyKey: randomUUID(), title: 'Dark?', body: 'Why?', productIds },
      });
      const { ask } = await ann.ask<{ ask: { id: string } }>(ASK, question([id]));
      await admin.ask(ARCHIVE, { input: { productId: id } });
      await admin.ask(ARCHIVE, { input: { productId: id } });
      expect(await ann.codeOf(ASK, question([id]))).toBe('NOT_FOUND');
      const { topic } = await ann.ask<{ topic: { products: { slug: string; archivedAt: string }[] } }>(
        `query ($id: ID!) { topic(id: $id) { products { slug archivedAt } } }`,
        { id: ask.id },
      );
      expect(topic.products).toEqual([{ slug, archivedAt: expect.stringMatching(/^\d{4}-.*Z$/) }]);
      await expect(admin.ask(RESTORE, { input: { productId: id } })).resolves.toEqual({
        restoreProduct: { archivedAt: null },
      });
      expect(await ann.codeOf(ASK, question([id]))).toBe('OK');
      await expect(typesOf(id)).resolves.toEqual(['product.created', 'product.archived', 'product.restored']);
    });

    it.each([
      ['a blank name', { name: ' ' }],
      ['a long name', { name: 'x'.repeat(101) }],
      ['a slug that is none', { slug: 'Déjà vu' }],
      ['a long description', { description: 'x'.repeat(501) }],
      ['a negative position', { position: -1 }],
      ['a position out of range', { position: 100_001 }],
    ])('refuse %s', async (_, more) => {
      expect(await admin.codeOf(CREATE, product(more))).toBe('INVALID_INPUT');
    });

    it('have no parent elsewhere', async () => {
      const theirs = await house.founder.community();
      const their = await house.founder.member(house.url, theirs, { role: 'ADMIN' });
      const { createProduct } = await their.ask<{ createProduct: { id: string } }>(CREATE, {
        input: { communityId: theirs.id, idempotencyKey: randomUUID(), name: 'Theirs' },
      });
      expect(await admin.codeOf(CREATE, product({ parentId: createProduct.id }))).toBe('NOT_FOUND');
      expect(
        await admin.codeOf(CREATE, product({ parentId: GlobalId.encode('Product', ours.key, randomUUID()) })),
      ).toBe('NOT_FOUND');
    });
  });

  describe('settings', () => {
    const DEFAULTS = {
      holdFirstPosts: 0,
      flagsToHide: 3,
      readersToSolve: 3,
      trustedAfterDays: 7,
      companyEmailDomains: [],
      openToJoin: true,
      keepSearchers: true,
    };

    it('are changed in part, by version, and told', async () => {
      const own = await house.founder.community();
      const owner = await house.founder.member(house.url, own, { role: 'ADMIN' });
      const settings = { holdFirstPosts: 2, companyEmailDomains: [' Example.COM '], flagsToHide: null };
      const input = { communityId: own.id, version: 1, name: 'Halls', settings };
      await expect(owner.ask(COMMUNITY, { input })).resolves.toEqual({
        updateCommunity: {
          name: 'Halls',
          locale: 'en',
          visibility: 'PUBLIC',
          version: 2,
          settings: { ...DEFAULTS, holdFirstPosts: 2, companyEmailDomains: ['example.com'] },
        },
      });
      const { errors } = await owner.send(COMMUNITY, { input });
      expect(errors?.[0]?.extensions).toMatchObject({ code: 'CONFLICT', currentVersion: 2 });
      const events = await house.founder.sql<{ data: object }>(
        own.key,
        `SELECT data FROM domain_events WHERE community_id = $1 AND type = 'community.updated'`,
        [own.key],
      );
      expect(events.map(({ data }) => data)).toEqual([
        {
          version: 2,
          name: { from: expect.any(String), to: 'Halls' },
          settings: {
            holdFirstPosts: { from: 0, to: 2 },
            companyEmailDomains: { from: [], to: ['example.com'] },
          },
        },
      ]);
      const customer = await house.founder.member(house.url, own);
      const held = await customer.ask<{ ask: object }>(
        `mutation ($input: AskInput!) { ask(input: $input) { state } }`,
        { input: { communityId: own.id, idempotencyKey: randomUUID(), title: 'Held?', body: 'Yes.' } },
      );
      expect(held).toEqual({ ask: { state: 'HELD' } });
    });

    it('close a community at once', async () => {
      const own = await house.founder.community();
      const owner = await house.founder.member(house.url, own, { role: 'ADMIN' });
      const read = `query ($slug: String!) { community(slug: $slug) { name } }`;
      expect(await house.stranger.codeOf(read, { slug: own.slug })).toBe('OK');
      await owner.ask(COMMUNITY, { input: { communityId: own.id, version: 1, visibility: 'MEMBERS_ONLY' } });
      expect(await house.stranger.codeOf(read, { slug: own.slug })).toBe('NOT_FOUND');
      expect(await owner.codeOf(read, { slug: own.slug })).toBe('OK');
    });

    it('are seen by admins alone', async () => {
      const read = `query ($slug: String!) { community(slug: $slug) { settings { flagsToHide } } }`;
      const seen = (user: TestUser) => user.ask(read, { slug: ours.slug });
      await expect(seen(admin)).resolves.toEqual({ community: { settings: { flagsToHide: 3 } } });
      const lead = await house.founder.member(house.url, ours, { role: 'LEAD' });
      for (const user of [lead, curator, ann, house.stranger])
        await expect(seen(user)).resolves.toEqual({ community: { settings: null } });
    });

    it.each([
      ['a blank name', { name: ' ' }],
      ['a locale that is none', { locale: '??' }],
      ['too many held posts', { settings: { holdFirstPosts: 21 } }],
      ['a negative number', { settings: { trustedAfterDays: -1 } }],
      ['no flag at all', { settings: { flagsToHide: 0 } }],
      ['too many readers', { settings: { readersToSolve: 101 } }],
      ['a domain that is none', { settings: { companyEmailDomains: ['not a domain'] } }],
      ['too many domains', { settings: { companyEmailDomains: Array(51).fill('example.com') } }],
    ])('refuse %s', async (_, more) => {
      expect(await admin.codeOf(COMMUNITY, { input: { communityId: ours.id, version: 1, ...more } })).toBe(
        'INVALID_INPUT',
      );
    });
  });
});
