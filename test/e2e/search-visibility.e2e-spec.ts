import { GlobalId, newId } from '@app/kernel';
import { EngineDown, type DocumentRef, type SearchEngine, type SearchFindings, type SearchRequest } from '@app/search';
import { ViewersService, type Viewer } from '@app/community';
import { EngineChain } from '../../libs/search/src/engine/engine-chain';
import { HitsReader } from '../../libs/search/src/searching/hits.reader';
import { MOST_HITS, SearchService } from '../../libs/search/src/searching/search.service';
import { Backstage, keyOf } from '../support/backstage';
import { Conversation } from '../support/conversation';
import type { TestCommunity } from '../support/founder';
import { TestApp } from '../support/test-app';
import type { TestUser } from '../support/test-user';

const topic = (id: string): DocumentRef => ({ kind: 'TOPIC', id: keyOf(id) });
const gone = (count: number): DocumentRef[] => Array.from({ length: count }, () => ({ kind: 'TOPIC', id: newId() }));

/** An engine whose index is as stale as can be: it finds what it is told to, whoever asks. */
class StaleEngine implements SearchEngine {
  readonly name = 'MEILISEARCH';
  readonly asked: SearchRequest[] = [];

  constructor(readonly refs: DocumentRef[]) {}

  async search(request: SearchRequest): Promise<SearchFindings> {
    this.asked.push(request);
    const hits = this.refs.slice(request.offset, request.offset + request.limit);
    return { hits, total: this.refs.length, isExact: true, facets: null, words: [] };
  }

  async complete(): Promise<string[]> {
    throw new EngineDown('It completes nothing.');
  }
}

describe('what search shows of a stale index', () => {
  let house: TestApp;
  let ours: TestCommunity;
  let ann: TestUser;
  let ben: TestUser;
  let rep: TestUser;
  let say: Conversation;
  let backstage: Backstage;

  beforeAll(async () => {
    house = await TestApp.start();
    ours = await house.founder.community();
    [ann, ben, rep] = await Promise.all([
      house.founder.member(house.url, ours),
      house.founder.member(house.url, ours),
      house.founder.member(house.url, ours, { role: 'REPRESENTATIVE' }),
    ]);
    say = new Conversation(ours);
    backstage = new Backstage(house, ours);
  });
  afterAll(() => house.stop());

  const viewerOf = async (user: TestUser): Promise<Viewer> => {
    const [member] = user.memberId
      ? await backstage.rows<{ user_id: string }>('SELECT user_id FROM members WHERE id = $1', user.memberId)
      : [];
    const credential = { userId: member?.user_id ?? null, scopes: ['read', 'write'] as const, actAs: null };
    return (await house.app.get(ViewersService).byCommunityId(ours.key, credential)) as Viewer;
  };
  const serviceWith = (...engines: [SearchEngine, ...SearchEngine[]]): SearchService =>
    new SearchService(new EngineChain(engines), house.app.get(HitsReader));
  const page = async (engine: SearchEngine, user: TestUser, offset = 0, limit = 50) =>
    serviceWith(engine).search(await viewerOf(user), { text: 'it', offset, limit });

  it('is what each viewer’s lists hold, and nothing else', async () => {
    const states = ['VISIBLE', 'HELD', 'HIDDEN', 'REMOVED', 'RETRACTED'];
    const named: Record<string, string> = {};
    for (const state of states) {
      named[state] = await say.ask(ann);
      await backstage.setTopic(named[state], `state = '${state}'`);
    }
    named['ARCHIVED'] = await say.ask(ann);
    await backstage.setTopic(named['ARCHIVED'], 'archived_at = now()');
    named['MERGED'] = await say.ask(ann);
    await backstage.setTopic(named['MERGED'], `merged_into_id = '${keyOf(named['VISIBLE'] ?? '')}'`);
    named['PRIVATE'] = await say.ask(ann, { visibility: 'PRIVATE' });
    const elsewhere = await house.founder.community();
    const foreigner = await house.founder.member(house.url, elsewhere);
    named['FOREIGN'] = await new Conversation(elsewhere).ask(foreigner);
    const articles: Record<string, string> = { PUBLISHED: newId(), DRAFT: newId() };
    for (const [state, id] of Object.entries(articles)) {
      await backstage.rows(`INSERT INTO articles (community_id, id, slug, title, body, body_html, locale, state)
        VALUES ('${ours.key}', '${id}', '${state.toLowerCase()}', 'It', 'It.', '<p>It.</p>', 'en', '${state}')`);
    }
    const refs = [
      ...gone(2),
      ...Object.values(named).map(topic),
      ...Object.values(articles).map((id): DocumentRef => ({ kind: 'ARTICLE', id })),
      // Kinds are spaces of their own.
      { kind: 'ARTICLE', id: keyOf(named['VISIBLE'] ?? '') } as const,
      { kind: 'TOPIC', id: articles['PUBLISHED'] ?? '' } as const,
    ];
    const names = new Map([
      ...Object.entries(named).map(([name, id]) => [keyOf(id), name] as const),
      ...Object.entries(articles).map(([name, id]) => [id, name] as const),
    ]);
    const shown = async (user: TestUser): Promise<(string | undefined)[]> =>
      (await page(new StaleEngine(refs.slice(0, -2)), user)).hits.map(({ row }) => names.get(row.id));
    await expect(shown(house.stranger)).resolves.toEqual(['VISIBLE', 'PUBLISHED']);
    await expect(shown(ben)).resolves.toEqual(['VISIBLE', 'PUBLISHED']);
    await expect(shown(ann)).resolves.toEqual(['VISIBLE', 'PRIVATE', 'PUBLISHED']);
    await expect(shown(rep)).resolves.toEqual(['VISIBLE', 'PRIVATE', 'PUBLISHED']);
    const crossed = await page(new StaleEngine(refs.slice(-2)), rep);
    expect(crossed.hits).toEqual([]);
  });

  it('tops pages up, and pages through all that is there once', async () => {
    const ids: string[] = [];
    for (let i = 0; i < 12; i++) ids.push(await say.ask(ann, { title: `Topic ${i}?` }));
    const [a, b] = [ids.slice(0, 5).map(topic), ids.slice(5).map(topic)];
    const engine = new StaleEngine([...gone(6), ...a, ...gone(9), ...b, ...gone(1)]);
    const found: string[] = [];
    let end = 0;
    for (let more = true; more;) {
      const results = await page(engine, ben, end, 4);
      if (results.more) expect(results.hits).toHaveLength(4);
      expect(results.end).toBeGreaterThan(end);
      found.push(...results.hits.map(({ row }) => row.id));
      ({ end, more } = results);
    }
    expect(found).toEqual(ids.map(keyOf));
    expect(engine.asked.length).toBeLessThanOrEqual(9);
    expect(engine.asked.every(({ facets }) => !facets)).toBe(true);
  });

  it('asks an engine that has only what is gone three times, and says where to go on', async () => {
    const engine = new StaleEngine(gone(500));
    const results = await page(engine, ben, 0, 20);
    expect(results).toMatchObject({ hits: [], more: true, total: 500 });
    expect(engine.asked).toHaveLength(3);
    expect(results.end).toBe(engine.asked.reduce((sum, { limit }) => sum + limit, 0));
  });

  it('ends at the thousandth hit', async () => {
    const engine = new StaleEngine(gone(3_000));
    const results = await page(engine, ben, MOST_HITS - 10, 20);
    expect(results).toMatchObject({ more: false, end: MOST_HITS });
    expect(engine.asked.map(({ offset, limit }) => [offset, limit])).toEqual([[MOST_HITS - 10, 10]]);
  });

  it('is asked for as the viewer may see it', async () => {
    const engine = new StaleEngine([]);
    for (const user of [house.stranger, ben, rep]) await page(engine, user);
    expect(engine.asked.map(({ reader }) => reader)).toEqual([
      { seesAll: false, memberId: null },
      { seesAll: false, memberId: keyOf(ben.memberId) },
      { seesAll: true, memberId: keyOf(rep.memberId) },
    ]);
    expect(engine.asked.every(({ communityId }) => communityId === ours.key)).toBe(true);
  });

  it('comes from the next engine where the preferred one is down', async () => {
    const id = await say.ask(ann);
    const down: SearchEngine = {
      name: 'MEILISEARCH',
      search: async () => {
        throw new EngineDown('It is gone.');
      },
      complete: async () => [],
    };
    const viewer = await viewerOf(ben);
    const results = await serviceWith(down, new StaleEngine([topic(id)])).search(viewer, {
      text: 'it',
      offset: 0,
      limit: 5,
    });
    expect(results.hits.map(({ row }) => GlobalId.encode('Topic', ours.key, row.id))).toEqual([id]);
    expect(results.degraded).toBe(true);
    await expect(serviceWith(down).search(viewer, { text: 'it', offset: 0, limit: 5 })).rejects.toMatchObject({
      code: 'UNAVAILABLE',
    });
  });
});
