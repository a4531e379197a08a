import { newId } from '@app/kernel';
import type { MeiliOptions } from '@app/search';
import { MirrorHouse } from '../../../../test/support/meili/mirror-house';
import { describeWithMeili, placeInMeili, removeFromMeili } from '../../../../test/support/meili/real-meili';
import type { NameDocument, SearchDocument, TopicDocument } from '../documents/search-document';
import { EngineDown } from '../engine/engine-down';
import type { SearchFindings, SearchRequest } from '../engine/search-engine';

const AT = new Date('2026-01-01T00:00:00Z');

function topic(more: Partial<TopicDocument>): TopicDocument {
  return {
    kind: 'TOPIC',
    id: newId(),
    locale: 'en',
    title: 'Something',
    body: '',
    replies: [],
    topicKind: 'QUESTION',
    status: 'NONE',
    resolution: 'UNANSWERED',
    visibility: 'PUBLIC',
    authorId: newId(),
    productIds: [],
    tagIds: [],
    meTooCount: 1,
    createdAt: AT,
    lastActivityAt: AT,
    ...more,
  };
}

describeWithMeili('MeilisearchEngine', () => {
  let house: MirrorHouse;
  let place: MeiliOptions;
  let communityId: string;

  beforeAll(async () => {
    place = await placeInMeili();
    house = await MirrorHouse.open({ ...place, searchMs: 5_000 });
    await house.indexes.ensure(house.indexes.live);
  });
  afterAll(async () => {
    await removeFromMeili(place);
    await house.close();
  });
  beforeEach(async () => {
    communityId = (await house.founder.community()).key;
  });

  const keep = async (...documents: SearchDocument[]): Promise<void> => {
    const { live } = house.indexes;
    const { generation } = await house.indexes.ensure(live);
    const kept = documents.map((document, revision) => ({ document, revision }));
    await house.writer.write(live, { communityId, documents: kept, removed: [] });
    await house.states.write({ target: live, generation, communityId }, { position: 1, ready: true });
  };

  const search = (text: string, more: Partial<SearchRequest> = {}): Promise<SearchFindings> =>
    house.engine.search({
      communityId,
      text,
      locale: 'en',
      kinds: ['TOPIC', 'ARTICLE'],
      filters: {},
      reader: { seesAll: false, memberId: null },
      offset: 0,
      limit: 20,
      facets: false,
      ...more,
    });

  it('answers for no community that is not there as a whole', async () => {
    await expect(search('anything')).rejects.toThrow(EngineDown);
    await expect(house.engine.complete({ communityId, kind: 'TAG', text: 'a', limit: 5 })).rejects.toThrow(EngineDown);
  });

  it('tells the words by which it found', async () => {
    await keep(
      topic({ title: 'The calendar of Thunderbird', body: 'It does not sync with Café.' }),
      topic({ title: 'Something else about mail' }),
    );
    expect((await search('calender')).words).toEqual(['calendar']);
    expect((await search('thnderbird')).words).toEqual(['thunderbird']);
    expect((await search('thund')).words).toEqual(['thunderbird']);
    expect((await search('cafe')).words).toEqual(['cafe']);
    expect((await search('calendar thunderbird')).words.toSorted()).toEqual(['calendar', 'thunderbird']);
  });

  it("knows a community's synonyms, and no other one's", async () => {
    const tag: NameDocument = { kind: 'TAG', id: newId(), names: ['calendar', 'lightning', 'date book'], weight: 3 };
    const found = topic({ title: 'The calendar is empty' });
    await keep(found, tag);
    for (const text of ['lightning', 'date book', 'Lightning empty']) {
      expect((await search(text)).hits).toEqual([{ kind: 'TOPIC', id: found.id }]);
    }
    communityId = (await house.founder.community()).key;
    await keep(topic({ title: 'The calendar is empty' }));
    expect((await search('lightning')).hits).toEqual([]);
  });

  it('puts what is solved first among equals, then what more people want', async () => {
    const [few, many, solved] = [
      topic({ title: 'Mail is slow', meTooCount: 2 }),
      topic({ title: 'Mail is slow', meTooCount: 9 }),
      topic({ title: 'Mail is slow', resolution: 'SOLVED' }),
    ];
    await keep(few, many, solved);
    expect((await search('slow mail')).hits.map(({ id }) => id)).toEqual([solved.id, many.id, few.id]);
  });

  it('weighs a title most, then what is official, what solved, what was asked, and the rest', async () => {
    const reply = (rank: 'OFFICIAL' | 'SOLVED' | 'ANSWER'): TopicDocument =>
      topic({ title: 'x', replies: [{ rank, byAsker: false, at: AT, text: 'Use the zeppelin.' }] });
    const wanted = [
      topic({ title: 'zeppelin' }),
      reply('OFFICIAL'),
      reply('SOLVED'),
      topic({ title: 'x', body: 'zeppelin' }),
      reply('ANSWER'),
    ];
    await keep(...wanted.toReversed());
    expect((await search('zeppelin')).hits.map(({ id }) => id)).toEqual(wanted.map(({ id }) => id));
  });

  it('merges topics and articles into one order, with their numbers', async () => {
    const [productId, tagId] = [newId(), newId()];
    const article: SearchDocument = {
      kind: 'ARTICLE',
      id: newId(),
      locale: 'en',
      title: 'Import your address book',
      summary: '',
      body: 'Import it so.',
      productIds: [productId],
      createdAt: AT,
    };
    const better = topic({ title: 'Import of an address book fails', resolution: 'SOLVED', productIds: [productId] });
    const worse = topic({
      title: 'Something',
      body: 'I want to import a book of address labels',
      tagIds: [tagId],
      status: 'ACTIVE',
    });
    await keep(article, better, worse);
    const found = await search('import address book', { facets: true });
    expect(found.hits.map(({ id }) => id)).toHaveLength(3);
    expect(found.hits[2]).toEqual({ kind: 'TOPIC', id: worse.id });
    expect(found.total).toBe(3);
    expect(found.facets).toMatchObject({
      productIds: [{ value: productId, count: 2 }],
      tagIds: [{ value: tagId, count: 1 }],
      resolutions: [
        { value: 'SOLVED', count: 1 },
        { value: 'UNANSWERED', count: 1 },
      ],
    });
    const second = await search('import address book', { offset: 1, limit: 1 });
    expect(second).toMatchObject({ hits: [found.hits[1]], total: 3 });
    expect((await search('fails', { filters: { tagIds: [tagId] } })).hits).toEqual([]);
    expect((await search('address', { filters: { productIds: [productId] } })).total).toBe(2);
  });

  it.each([
    ['同步日历', 'zh'],
    ['步日', 'zh'],
    ['历', 'zh'],
    ['カレンダー', 'ja'],
    ['캘린더', 'ko'],
    ['ปฏิทิน', 'th'],
  ])('finds %s in the middle of a text without spaces', async (text, locale) => {
    const wanted = topic({ locale, title: '如何在雷鸟中同步日历 私のカレンダーを同期 내캘린더를 ดูปฏิทินของฉัน' });
    await keep(wanted, topic({ locale, title: '邮件 メール 메일 อีเมล' }));
    expect((await search(text, { locale })).hits).toEqual([{ kind: 'TOPIC', id: wanted.id }]);
  });

  it('leaves out what is excluded, also of a long query', async () => {
    const wanted = topic({ title: 'one two three four five six seven eight nine ten eleven' });
    await keep(wanted, topic({ title: 'one two three four five six seven eight nine ten eleven twelve' }));
    const words = 'one two three four five six seven eight nine ten eleven';
    expect((await search(`${words} -twelve`)).hits).toEqual([{ kind: 'TOPIC', id: wanted.id }]);
    expect((await search('one -"eleven twelve"')).hits).toEqual([{ kind: 'TOPIC', id: wanted.id }]);
    expect((await search('"ten eleven twelve"')).total).toBe(1);
  });

  it('completes names by how they begin, the weightier first', async () => {
    const name = (names: string[], weight: number): NameDocument => ({ kind: 'TAG', id: newId(), names, weight });
    const [calendar, calls, exact] = [
      name(['calendar', 'lightning'], 5),
      name(['calls'], 9),
      name(['cal'], 1),
      name(['mail'], 99),
    ];
    await keep(calendar as NameDocument, calls as NameDocument, exact as NameDocument);
    const complete = (text: string): Promise<string[]> =>
      house.engine.complete({ communityId, kind: 'TAG', text, limit: 5 });
    expect(await complete('cal')).toEqual([exact?.id, calls?.id, calendar?.id]);
    expect(await complete('light')).toEqual([calendar?.id]);
    expect(await complete('calender')).toEqual([calendar?.id]);
    expect(await complete('')).toEqual([calls?.id, calendar?.id, exact?.id]);
  });
});
