import { Environment } from '@app/environment';
import { GlobalId, newId } from '@app/kernel';
import { SearchIds, SearchRecordsService, SearchTidying, type MadeSearch } from '@app/search';
import { MemberErasure } from '../../libs/interchange/src/erasing/member-erasure';
import { Transactor } from '@app/database';
import { SearchRecorder } from '../../apps/api/src/search/search-recorder';
import { WriteSearchesJob } from '../../apps/worker/src/jobs/write-searches.job';
import { Backstage, keyOf } from '../support/backstage';
import { Conversation } from '../support/conversation';
import type { TestCommunity } from '../support/founder';
import { SearchIndex } from '../support/search-index';
import { TestApp } from '../support/test-app';
import { TestUser } from '../support/test-user';

const BROWSER = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0';
const ROBOT = 'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)';
const SEARCH = `query ($slug: String!, $query: String!, $continues: ID, $after: String, $first: Int) { community(slug: $slug) {
  search(query: $query, continues: $continues, after: $after, first: $first) { searchId totalCount pageInfo { endCursor } nodes { ... on Topic { id } } } } }`;
const CLICK = 'mutation ($input: RecordSearchClickInput!) { recordSearchClick(input: $input) }';
const INSIGHTS = `query ($slug: String!, $days: Int! = 30, $first: Int! = 20) { community(slug: $slug) { searchInsights(days: $days) { since searchCount
  withoutResults { share count n formula } clicked { share count n formula } missing(first: $first) { query count } } } }`;

interface Row {
  id: string;
  query: string;
  result_count: number;
  degraded: boolean;
  member_id: string | null;
}
interface Found {
  searchId: string;
  totalCount: number;
  pageInfo: { endCursor: string };
}

describe('what is known of searches', () => {
  let house: TestApp;
  let ours: TestCommunity;
  let backstage: Backstage;
  let ann: TestUser;
  let lead: TestUser;
  let topics: string[];

  beforeAll(async () => {
    house = await TestApp.start();
    await found();
  });
  afterAll(() => house.stop());
  beforeEach(async () => {
    await house.app.get(SearchRecorder).flush();
    await found();
  });

  /** Each test has a community of its own. */
  const found = async (): Promise<void> => {
    ours = await house.founder.community();
    backstage = new Backstage(house, ours);
    ann = await house.founder.member(house.url, ours);
    lead = await house.founder.member(house.url, ours, { role: 'LEAD' });
    const say = new Conversation(ours);
    topics = [await say.ask(ann, { title: 'Hovercraft?' }), await say.ask(ann, { title: 'Another hovercraft?' })];
    await new SearchIndex(house, ours).settle();
  };
  const by = (agent: string, user?: TestUser): TestUser =>
    new TestUser(house.url, user?.token ?? null, user?.memberId, agent ? { 'user-agent': agent } : {});
  const search = async (user: TestUser, query: string, more: object = {}): Promise<Found> =>
    (await user.ask<{ community: { search: Found } }>(SEARCH, { slug: ours.slug, query, ...more })).community.search;
  const written = async (): Promise<Row[]> => {
    await house.app.get(SearchRecorder).flush();
    const add = `SELECT payload FROM graphile_worker._private_jobs WHERE payload->>'communityId' = '${ours.key}' AND payload->'searches' IS NOT NULL ORDER BY id`;
    const write = new WriteSearchesJob(house.app.get(SearchRecordsService));
    for (const { payload } of await backstage.rows<{ payload: never }>(add)) await write.run(payload);
    return backstage.rows<Row>('SELECT * FROM searches ORDER BY searched_at, id');
  };
  const click = (user: TestUser, input: object): Promise<string> => user.codeOf(CLICK, { input });

  it('is who looked for what, of members; of strangers what; nothing of robots and keys', async () => {
    await search(by(BROWSER, ann), '  Hovercraft ');
    const anonymous = await search(by(BROWSER), 'Ünknown eels');
    await search(by(ROBOT), 'robots');
    await search(by('curl/8.0'), 'programs');
    await search(by(BROWSER), ' ');
    expect(await written()).toEqual([
      expect.objectContaining({
        query: 'hovercraft',
        result_count: 2,
        degraded: false,
        member_id: keyOf(ann.memberId),
      }),
      expect.objectContaining({
        id: keyOf(anonymous.searchId),
        query: 'unknown eels',
        result_count: 0,
        member_id: null,
      }),
    ]);
    const [{ columns } = { columns: '' }] = await backstage.rows<{ columns: string }>(
      `SELECT string_agg(x::text, '|') AS columns FROM searches x`,
    );
    expect(columns).not.toContain('127.0.0.1');
  });

  it('is one search for all that somebody typed on the way, and for further pages', async () => {
    const reader = by(BROWSER, ann);
    const ids = new Set<string>();
    for (const query of ['h', 'ho', 'hov', 'hover', 'hove', 'hoverc', 'Hovercraft'])
      ids.add((await search(reader, query)).searchId);
    const first = await search(reader, 'Hovercraft', { first: 1 });
    const second = await search(reader, 'Hovercraft', { first: 1, after: first.pageInfo.endCursor });
    expect(new Set([...ids, first.searchId, second.searchId]).size).toBe(1);
    await search(by(BROWSER, lead), 'hover');
    await search(reader, 'something else');
    expect((await written()).map(({ query, member_id }) => [query, member_id === keyOf(ann.memberId)])).toEqual([
      ['hovercraft', true],
      ['hover', false],
      ['something else', true],
    ]);
  });

  it('is one search for what a client says goes on, in whichever process', async () => {
    const first = await search(by(BROWSER, ann), 'xylo');
    await written();
    const again = await search(by(BROWSER, lead), 'xylophone', { continues: first.searchId });
    expect(again.searchId).toBe(first.searchId);
    expect((await written()).map(({ query }) => query)).toEqual(['xylophone']);
    const elsewhere = GlobalId.encode('Search', ours.key, newId());
    for (const continues of [elsewhere, ann.memberId, 'x']) {
      const other = await search(by(BROWSER, ann), `harp ${continues.length}`, { continues });
      expect(other.searchId).not.toBe(continues);
    }
  });

  it('comes to the same in whatever order and however often it is written', async () => {
    const id = house.app.get(SearchIds).issue(ours.key);
    const made = (query: string, second: number): MadeSearch => ({
      id,
      query,
      resultCount: 0,
      degraded: false,
      memberId: keyOf(ann.memberId),
      searchedAt: `2026-01-01T00:00:0${second}.000Z`,
    });
    const records = house.app.get(SearchRecordsService);
    for (const search of [made('b', 2), made('a', 1), made('c', 3), made('b', 2), made('c', 3)])
      await records.write({ communityId: ours.key, searches: [search] });
    expect((await written()).map(({ query }) => query)).toEqual(['c']);
  });

  it('names nobody where the community does not want it, nor who has been erased', async () => {
    await backstage.rows(`UPDATE communities SET settings = '{"keepSearchers": false}' WHERE id = '${ours.key}'`);
    await search(by(BROWSER, ann), 'first');
    expect((await written()).map(({ member_id }) => member_id)).toEqual([null]);
    await backstage.rows(`UPDATE communities SET settings = '{}' WHERE id = '${ours.key}'`);
    await search(by(BROWSER, ann), 'second');
    expect((await written()).map(({ member_id }) => member_id)).toEqual([null, keyOf(ann.memberId)]);
    await search(by(BROWSER, ann), 'third');
    await house.app
      .get(Transactor)
      .run(ours.key, (tx) => house.app.get(MemberErasure).erase(tx, ours.key, keyOf(ann.memberId)));
    expect((await written()).map(({ query, member_id }) => [query, member_id])).toEqual([
      ['first', null],
      ['second', null],
      ['third', null],
    ]);
  });

  describe('clicks', () => {
    it('are kept once for each thing, of strangers too, before or after the search is written', async () => {
      const { searchId } = await search(by(BROWSER), 'hovercraft');
      const input = { searchId, nodeId: topics[0], position: 1 };
      expect(await Promise.all(Array.from({ length: 50 }, () => click(house.stranger, input)))).toEqual(
        Array(50).fill('OK'),
      );
      await written();
      expect(await click(by(BROWSER), { ...input, nodeId: topics[1], position: 2 })).toBe('OK');
      expect(await click(by(BROWSER), { ...input, position: 7 })).toBe('OK');
      const clicks = await backstage.rows(
        'SELECT search_id, kind, thing_id, position FROM search_clicks ORDER BY position',
      );
      expect(clicks).toEqual(
        topics.map((id, i) => ({ search_id: keyOf(searchId), kind: 'TOPIC', thing_id: keyOf(id), position: i + 1 })),
      );
    });

    it('are refused of what is no search, no thing, or nothing that the viewer sees', async () => {
      const { searchId } = await search(by(BROWSER), 'hovercraft');
      const good = { searchId, nodeId: topics[0], position: 1 };
      const theirs = await house.founder.community();
      const foreigner = await house.founder.member(house.url, theirs);
      const foreign = await new Conversation(theirs).ask(foreigner);
      await backstage.setTopic(topics[1] ?? '', `state = 'HIDDEN'`);
      const old = house.app.get(SearchIds).issue(ours.key, Date.now() - 25 * 60 * 60_000);
      const other = new SearchIds(Environment.from({ SECRET: 'x'.repeat(32) })).issue(ours.key);
      const rows: [object, string][] = [
        [{ searchId: GlobalId.encode('Search', ours.key, newId()) }, 'NOT_FOUND'],
        [{ searchId: GlobalId.encode('Search', ours.key, old) }, 'NOT_FOUND'],
        [{ searchId: GlobalId.encode('Search', ours.key, other) }, 'NOT_FOUND'],
        [{ searchId: GlobalId.encode('Search', theirs.key, keyOf(searchId)), nodeId: foreign }, 'NOT_FOUND'],
        [{ searchId: topics[0] }, 'NOT_FOUND'],
        [{ searchId: 'x' }, 'INVALID_INPUT'],
        [{ nodeId: foreign }, 'NOT_FOUND'],
        [{ nodeId: topics[1] }, 'NOT_FOUND'],
        [{ nodeId: ann.memberId }, 'NOT_FOUND'],
        [{ nodeId: GlobalId.encode('Article', ours.key, newId()) }, 'NOT_FOUND'],
        [{ nodeId: 'x' }, 'INVALID_INPUT'],
        [{ position: 0 }, 'INVALID_INPUT'],
        [{ position: 1_001 }, 'INVALID_INPUT'],
      ];
      for (const [more, code] of rows)
        await expect([more, await click(house.stranger, { ...good, ...more })]).toEqual([more, code]);
      await backstage.rows(`UPDATE communities SET visibility = 'MEMBERS_ONLY' WHERE id = '${ours.key}'`);
      expect(await click(house.stranger, good)).toBe('NOT_FOUND');
      expect(await click(ann, good)).toBe('OK');
      expect(await backstage.rows('SELECT thing_id FROM search_clicks')).toEqual([
        { thing_id: keyOf(topics[0] ?? '') },
      ]);
    });
  });

  describe('insights', () => {
    it('are figures with their formula, for leads', async () => {
      await expect(lead.ask(INSIGHTS, { slug: ours.slug })).resolves.toMatchObject({
        community: {
          searchInsights: {
            searchCount: 0,
            withoutResults: { share: null, n: 0 },
            clicked: { share: null },
            missing: [],
          },
        },
      });
      const { searchId } = await search(by(BROWSER), 'hovercraft');
      await search(by(BROWSER, ann), 'hovercraft');
      await click(house.stranger, { searchId, nodeId: topics[0], position: 1 });
      for (const user of [lead, ann]) {
        await search(by(BROWSER, user), 'Eels');
        await search(by(BROWSER, user), 'gone');
      }
      await search(by(BROWSER), 'eels');
      await written();
      await backstage.rows(`UPDATE searches SET searched_at = now() - interval '40 days' WHERE query = 'gone'`);
      const { community } = await lead.ask<{ community: object }>(INSIGHTS, { slug: ours.slug });
      expect(community).toEqual({
        searchInsights: {
          since: expect.any(String),
          searchCount: 5,
          withoutResults: { share: 0.6, count: 3, n: 5, formula: 'Searches that found nothing / all searches.' },
          clicked: {
            share: 0.5,
            count: 1,
            n: 2,
            formula: 'Searches of which something was opened / searches that found something.',
          },
          missing: [{ query: 'eels', count: 3 }],
        },
      });
      const longer = await lead.ask<{ community: { searchInsights: object } }>(INSIGHTS, {
        slug: ours.slug,
        days: 60,
        first: 2,
      });
      expect(longer.community.searchInsights).toMatchObject({
        searchCount: 7,
        missing: [
          { query: 'eels', count: 3 },
          { query: 'gone', count: 2 },
        ],
      });
    });

    it('are nobody else’s, and of days that there are', async () => {
      for (const [user, code] of [
        [house.stranger, 'UNAUTHENTICATED'],
        [ann, 'FORBIDDEN'],
        [await house.founder.member(house.url, ours, { role: 'REPRESENTATIVE' }), 'FORBIDDEN'],
        [await house.founder.member(house.url, ours, { role: 'ADMIN' }), 'OK'],
      ] as const)
        expect(await user.codeOf(INSIGHTS, { slug: ours.slug })).toBe(code);
      for (const bad of [{ days: 0 }, { days: 401 }, { first: 0 }, { first: 101 }])
        expect(await lead.codeOf(INSIGHTS, { slug: ours.slug, ...bad })).toMatch(/^(INVALID_INPUT|BAD_USER_INPUT)$/);
    });
  });

  it('goes after 400 days, with its clicks', async () => {
    const { searchId } = await search(by(BROWSER, ann), 'hovercraft');
    await search(by(BROWSER, lead), 'kept');
    await click(ann, { searchId, nodeId: topics[0], position: 1 });
    await written();
    await backstage.rows(`UPDATE searches SET searched_at = now() - interval '401 days' WHERE query = 'hovercraft'`);
    await backstage.rows(`UPDATE search_clicks SET clicked_at = now() - interval '401 days'`);
    await house.app.get(SearchTidying).tidy();
    expect(await backstage.rows('SELECT query FROM searches')).toEqual([{ query: 'kept' }]);
    expect(await backstage.rows('SELECT 1 FROM search_clicks')).toEqual([]);
  });
});

describe('a search while its record cannot be kept', () => {
  it('is answered all the same, and kept later', async () => {
    const house = await TestApp.start();
    const ours = await house.founder.community();
    const reader = new TestUser(house.url, null, '', { 'user-agent': BROWSER });
    const recorder = house.app.get(SearchRecorder);
    await house.founder.sql(ours.key, 'ALTER FUNCTION enqueue_job(text, json, text, timestamptz) RENAME TO lost');
    expect(await reader.codeOf(SEARCH, { slug: ours.slug, query: 'hovercraft' })).toBe('OK');
    await recorder.flush();
    await house.founder.sql(ours.key, 'ALTER FUNCTION lost(text, json, text, timestamptz) RENAME TO enqueue_job');
    await recorder.flush();
    const [job] = await house.founder.sql<{ query: string }>(
      ours.key,
      `SELECT payload #>> '{searches,0,query}' AS query FROM graphile_worker._private_jobs WHERE payload->'searches' IS NOT NULL`,
    );
    expect(job).toEqual({ query: 'hovercraft' });
    await house.stop();
  });
});
