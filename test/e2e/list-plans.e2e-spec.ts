import {
  AnswersByAuthor,
  MEMBER_ORDERS,
  MembersReader,
  RESOLUTIONS,
  TAG_ORDERS,
  TagsReader,
  TOPIC_KINDS,
  TOPIC_ORDERS,
  TOPIC_STATUSES,
  TopicsByAuthor,
  TopicsReader,
  ViewersService,
  type TopicFilter,
  type TopicOrder,
  type Viewer,
} from '@app/community';
import type { PageRequest } from '@app/kernel';
import { Founder, type TestCommunity } from '../support/founder';
import { ExplainingReader } from '../support/plans/explaining-reader';
import { fill, keyOf, MANY } from '../support/plans/many-topics';
import type { PlanNode } from '../support/plans/plan-node';
import { TestDatabase } from '../support/test-database';

const PAGE: PageRequest = { size: 30, cursor: null, backward: false };
const INDEXES: Readonly<Record<TopicOrder, string>> = {
  RECENTLY_ACTIVE: 'topics_recently_active_idx',
  RECENTLY_CREATED: 'topics_recently_created_idx',
  MOST_ME_TOOS: 'topics_most_me_toos_idx',
  MOST_ANSWERS: 'topics_most_answers_idx',
  UNANSWERED_FIRST: 'topics_unanswered_first_idx',
};
const LAST_WEEK = new Date(Date.now() - 7 * 86_400_000);
/** Small by nature: it fits one page of the disk, and an index would be slower. */
const SMALL = 'products';

describe('lists of a hundred thousand topics', () => {
  let database: TestDatabase;
  let founder: Founder;
  let reader: ExplainingReader;
  let ours: TestCommunity;
  let topics: TopicsReader;
  let viewers: Readonly<Record<'anonymous' | 'member' | 'staff', Viewer>>;
  /** Names of tags: the two on most topics, and one on very few. */
  let names: { readonly first: string; readonly second: string; readonly rare: string };

  beforeAll(async () => {
    database = await TestDatabase.create();
    founder = new Founder(database.ownerUrl);
    ours = await founder.community();
    await fill(database, ours);
    reader = new ExplainingReader(database, 2);
    topics = new TopicsReader(reader);
    const anonymous = await new ViewersService(reader).bySlug(ours.slug, {
      userId: null,
      scopes: ['read'],
      actAs: null,
    });
    if (!anonymous) throw new Error('The community is not there.');
    const member: Viewer = { ...anonymous, memberId: keyOf('member', 7), role: 'CUSTOMER' };
    viewers = { anonymous, member, staff: { ...member, role: 'LEAD' } };
    const tags = await founder.sql<{ name: string }>(
      ours.key,
      'SELECT name FROM tags WHERE community_id = $1 AND topic_count > 0 ORDER BY topic_count DESC, name',
      [ours.key],
    );
    names = { first: tags[0]?.name ?? '', second: tags[1]?.name ?? '', rare: tags.at(-1)?.name ?? '' };
  }, 240_000);
  afterAll(async () => {
    await reader?.close();
    await founder.stop();
    await database.drop();
  });

  /** The plans that read a list: no table is read from end to end, nor a fifth of one. */
  const plansOf = async (read: () => Promise<unknown>): Promise<PlanNode[]> => {
    const plans = await reader.explain(read);
    expect(plans.length).toBeGreaterThan(0);
    for (const plan of plans) {
      const text = String(plan);
      expect({ text, scans: plan.sequentialScans.filter((table) => table !== SMALL) }).toEqual({ text, scans: [] });
      if (plan.rowsRead > MANY.topics / 5) throw new Error(`${plan.rowsRead} rows for one page:\n${text}`);
    }
    return plans;
  };

  it.each(TOPIC_ORDERS)('come by %s from the index of the order, for everybody, forth and back', async (order) => {
    for (const viewer of Object.values(viewers)) {
      const edges = { products: 'names', tags: 'names', viewerState: true } as const;
      const first = await topics.list(viewer, { filter: {}, order, page: PAGE });
      expect(first.nodes).toHaveLength(30);
      const pages: PageRequest[] = [
        PAGE,
        { ...PAGE, cursor: first.pageInfo.endCursor },
        { ...PAGE, backward: true },
        { ...PAGE, backward: true, cursor: first.pageInfo.endCursor },
      ];
      for (const page of pages) {
        const [plan] = await plansOf(() => topics.list(viewer, { filter: {}, order, page }));
        expect([plan?.firstIndex, plan?.sorts]).toEqual([INDEXES[order], false]);
        await plansOf(() => topics.list(viewer, { filter: {}, order, page, edges }));
      }
    }
  });

  const products = (...numbers: number[]): string[] => numbers.map((n) => keyOf('product', n));
  const filters: readonly [string, () => TopicFilter][] = [
    ...TOPIC_KINDS.map((kind): [string, () => TopicFilter] => [`kind ${kind}`, () => ({ kinds: [kind] })]),
    ...TOPIC_STATUSES.map((one): [string, () => TopicFilter] => [`status ${one}`, () => ({ statuses: [one] })]),
    ...RESOLUTIONS.map((one): [string, () => TopicFilter] => [`resolution ${one}`, () => ({ resolutions: [one] })]),
    ['two kinds', () => ({ kinds: ['PRAISE', 'UPDATE'] })],
    ['a product of many topics', () => ({ productIds: products(1) })],
    ['a product of few topics', () => ({ productIds: products(MANY.products) })],
    ['any of two products', () => ({ productIds: products(1, 30) })],
    ['all of two products', () => ({ productIds: products(1, 2), productMatch: 'ALL' })],
    ['a tag of many topics', () => ({ tags: [names.first] })],
    ['a tag of few topics', () => ({ tags: [names.rare] })],
    ['a tag that is not there', () => ({ tags: ['no such tag'] })],
    ['any of two tags', () => ({ tags: [names.first, names.rare] })],
    ['all of two tags of many topics', () => ({ tags: [names.first, names.second], tagMatch: 'ALL' })],
    ['all of two tags, one of few topics', () => ({ tags: [names.first, names.rare], tagMatch: 'ALL' })],
    ['an author of many topics', () => ({ authorId: keyOf('member', 1) })],
    ['an author of few topics', () => ({ authorId: keyOf('member', MANY.members - 1) })],
    ['an official answer', () => ({ hasOfficialAnswer: true })],
    ['no official answer', () => ({ hasOfficialAnswer: false })],
    ['created since', () => ({ createdSince: LAST_WEEK })],
    ['active since', () => ({ activeSince: LAST_WEEK })],
    ['kind, product and tag', () => ({ kinds: ['QUESTION'], productIds: products(1), tags: [names.first] })],
  ];

  it.each(filters)('with %s come from an index in every order', async (_, filter) => {
    for (const order of TOPIC_ORDERS) {
      for (const viewer of [viewers.anonymous, viewers.staff]) {
        await plansOf(() => topics.list(viewer, { filter: filter(), order, page: PAGE }));
      }
    }
  });

  it('have members who come from an index, by every order and role', async () => {
    const members = new MembersReader(reader);
    for (const order of MEMBER_ORDERS) {
      const { pageInfo } = await members.list(viewers.anonymous, { order, page: PAGE });
      for (const page of [PAGE, { ...PAGE, cursor: pageInfo.endCursor }, { ...PAGE, backward: true }]) {
        const [plan] = await plansOf(() => members.list(viewers.anonymous, { order, page }));
        expect(plan?.sorts).toBe(false);
      }
      for (const role of ['CUSTOMER', 'REPRESENTATIVE', 'ADMIN'] as const)
        await plansOf(() => members.list(viewers.anonymous, { order, role, page: PAGE }));
    }
    await plansOf(() => members.byHandle(viewers.anonymous, 'm-77'));
  });

  it('have tags that come from an index, by every order and how they begin', async () => {
    const tags = new TagsReader(reader);
    for (const order of TAG_ORDERS) {
      const { pageInfo } = await tags.list(viewers.anonymous, { order, page: PAGE });
      for (const page of [PAGE, { ...PAGE, cursor: pageInfo.endCursor }, { ...PAGE, backward: true }]) {
        const [plan] = await plansOf(() => tags.list(viewers.anonymous, { order, page }));
        expect(plan?.sorts).toBe(false);
      }
      for (const prefix of ['a', 'ab', 'abc1']) {
        await plansOf(() => tags.list(viewers.anonymous, { order, prefix, page: PAGE }));
      }
    }
    const [named] = await plansOf(() => tags.list(viewers.anonymous, { order: 'NAME', prefix: 'ab', page: PAGE }));
    expect(named?.firstIndex).toBe('tags_name_key');
    await plansOf(() => tags.byName(viewers.anonymous, names.rare));
  });

  it('have authors whose topics and answers come from an index', async () => {
    for (const viewer of Object.values(viewers)) {
      for (const parentId of [keyOf('member', 1), keyOf('member', MANY.members - 1)]) {
        const key = { list: 'author', parentId, page: PAGE } as const;
        const [byTopics] = await plansOf(() => new TopicsByAuthor(reader).page(viewer, key));
        const [byAnswers] = await plansOf(() => new AnswersByAuthor(reader).page(viewer, key));
        expect([byTopics?.firstIndex, byAnswers?.firstIndex]).toEqual(['topics_author_idx', 'answers_author_idx']);
      }
    }
  });
});
