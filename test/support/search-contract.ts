import { newId } from '@app/kernel';
import type {
  ArticleDocument,
  DocumentRef,
  NameDocument,
  SearchDocument,
  SearchEngine,
  SearchFindings,
  SearchRequest,
  TopicDocument,
} from '@app/search';
import { CONVERSATIONS, DOCUMENTS, ids, NAMES, PEOPLE, PLACES, topicOf } from './search-contract-documents';

/** An engine under test, and how documents come into it. */
export interface SearchContractWorld {
  readonly engine: SearchEngine;
  /** Resolves when what was written can be found, and what was removed can't be. */
  write(communityId: string, documents: readonly SearchDocument[], removed?: readonly DocumentRef[]): Promise<void>;
  close(): Promise<void>;
}

type Ask = Partial<Omit<SearchRequest, 'communityId' | 'text'>>;

/**
 * What every engine must do, whatever it is made of. It tells what is found and what comes before what, never scores; an
 * engine may find more, less like what was asked, behind that.
 */
export function describeSearchContract(open: () => Promise<SearchContractWorld>): void {
  let world: SearchContractWorld;
  const ours = newId();
  const theirs = newId();

  beforeAll(async () => {
    world = await open();
    await world.write(ours, [...DOCUMENTS, ...CONVERSATIONS, ...NAMES]);
    await world.write(theirs, [topicOf({ id: ids.theirs, title: 'Calendar of the others does not sync' })]);
  }, 60_000);
  afterAll(() => world?.close());

  const search = (text: string, ask: Ask = {}, communityId = ours): Promise<SearchFindings> =>
    world.engine.search({
      communityId,
      text,
      locale: 'en',
      kinds: ['TOPIC', 'ARTICLE'],
      filters: {},
      reader: { seesAll: false, memberId: null },
      offset: 0,
      limit: 20,
      facets: false,
      ...ask,
    });
  const found = async (text: string, ask: Ask = {}): Promise<string[]> =>
    (await search(text, ask)).hits.map(({ id }) => nameOf(id));
  const nameOf = (id: string): string => Object.entries(ids).find(([, one]) => one === id)?.[0] ?? id;
  const inOrder = async (text: string, names: readonly string[], ask: Ask = {}): Promise<void> => {
    const hits = await found(text, ask);
    expect(hits.filter((name) => names.includes(name))).toEqual(names);
  };

  describe('words', () => {
    it('are found in titles, texts, answers and comments', async () => {
      await inOrder('quokka', ['quokkaTitle', 'quokkaOfficial', 'quokkaSolving', 'quokkaBody', 'quokkaComment']);
    });

    it.each([
      ['capitals', 'CALENDAR syncing', 'calendar'],
      ['another form of the word', 'calendars synced', 'calendar'],
      ['a word of an article', 'passphrase', 'article'],
      ['numbers and codes', '0x80070005', 'errorCode'],
    ])('are found by %s', async (_, text, name) => {
      expect((await found(text))[0]).toBe(name);
    });

    it('that are all there come first, then those where the rarest is', async () => {
      const hits = await found('help zebra please');
      expect(hits[0]).toBe('zebraAll');
      expect(hits).toContain('zebraSome');
      expect(hits.indexOf('zebraSome')).toBeGreaterThan(0);
    });

    it('near each other come before words far apart', () => inOrder('lantern battery', ['nearWords', 'farWords']));

    it('of what is solved come first where all else is equal, then of what more people want', () =>
      inOrder('umbrella', ['umbrellaSolved', 'umbrellaWanted', 'umbrellaPlain']));

    it('are told, folded, as they were looked for', async () => {
      expect((await search('Résumé upload')).words).toEqual(expect.arrayContaining(['resume', 'upload']));
      expect((await search('thnderbird')).words).toContain('thunderbird');
    });

    it('that nobody used find nothing, and so does nothing', async () => {
      for (const text of ['xyzzyqwrt', '', '   ', '?!…', '-calendar', '""', '"']) {
        await expect(search(text, { facets: true })).resolves.toMatchObject({ hits: [], total: 0 });
      }
    });
  });

  describe('typing', () => {
    it.each([
      ['calender', 'calendar'],
      ['thnderbird', 'thunderbird'],
      ['thunderbrid', 'thunderbird'],
      ['atachment', 'attachment'],
    ])('%s finds %s', async (text, name) => {
      expect((await found(text))[0]).toBe(name);
    });

    it('has the word as typed before a corrected one', async () => {
      expect((await found('widget'))[0]).toBe('widget');
    });

    it.each([
      ['thund', 'thunderbird'],
      ['attachm', 'attachment'],
      ['large attach', 'attachment'],
      ['Résu', 'resume'],
    ])('%s … finds %s', async (text, name) => {
      expect(await found(text)).toContain(name);
    });

    it.each(['resume upload', 'résumé upload', 'RÉSUMÉ upload', 'résumé upload'])(
      'cares for no accents: %s',
      async (text) => {
        expect((await found(text))[0]).toBe('resume');
      },
    );
  });

  describe('phrases and exclusions', () => {
    it('finds a phrase where its words stand together, in this order', async () => {
      const hits = await found('"green apple"');
      expect(hits).toContain('greenApple');
      expect(hits).not.toContain('appleGreen');
      await expect(found('green apple')).resolves.toEqual(expect.arrayContaining(['greenApple', 'appleGreen']));
    });

    it('leaves out what has an excluded word or phrase', async () => {
      const hits = await found('apple -basket');
      expect(hits).toContain('greenApple');
      expect(hits).not.toContain('appleGreen');
      expect(await found('apple -"green apple"')).not.toContain('greenApple');
    });
  });

  describe('languages', () => {
    it.each([
      ['German, another form', 'Kalendereinträge', 'de', 'german'],
      ['German, without its dots', 'loschen', 'de', 'german'],
      ['French, another form', 'messages envoyés', 'fr', 'french'],
      ['French, without accents', 'boite de reception', 'fr', 'french'],
      ['Russian, another form', 'вложение', 'ru', 'russian'],
      ['Russian, capitals', 'ПИСЬМА', 'ru', 'russian'],
      ['Greek, without accents', 'ημερολογιο', 'el', 'greek'],
      ['Japanese', 'カレンダー', 'ja', 'japanese'],
      ['Japanese, two words', '予定 同期', 'ja', 'japanese'],
      ['Chinese', '日历同步', 'zh', 'chinese'],
      ['Chinese, a word within', '邮箱', 'zh', 'chinese'],
      ['Korean', '캘린더', 'ko', 'korean'],
      ['Thai', 'ปฏิทิน', 'th', 'thai'],
      ['Arabic', 'التقويم', 'ar', 'arabic'],
    ])('%s: %s', async (_, text, locale, name) => {
      expect((await found(text, { locale }))[0]).toBe(name);
    });
  });

  describe('synonyms', () => {
    it('find what is called otherwise, by one word or two', async () => {
      expect(await found('spreadsheet')).toEqual(expect.arrayContaining(['table']));
      expect(await found('address book')).toEqual(expect.arrayContaining(['contacts']));
    });
  });

  describe('filters', () => {
    it.each<[string, SearchRequest['filters'], string[]]>([
      ['none', {}, ['lampArticle', 'lampIdea', 'lampProblem', 'lampQuestion']],
      ['a kind', { topicKinds: ['IDEA'] }, ['lampIdea']],
      ['two kinds', { topicKinds: ['IDEA', 'PROBLEM'] }, ['lampIdea', 'lampProblem']],
      ['a status', { statuses: ['PENDING'] }, ['lampIdea']],
      ['a resolution', { resolutions: ['SOLVED'] }, ['lampQuestion']],
      ['a product', { productIds: [PLACES.attic] }, ['lampArticle', 'lampIdea', 'lampQuestion']],
      [
        'two products',
        { productIds: [PLACES.attic, PLACES.cellar] },
        ['lampArticle', 'lampIdea', 'lampProblem', 'lampQuestion'],
      ],
      ['a tag', { tagIds: [PLACES.bright] }, ['lampProblem', 'lampQuestion']],
      ['a tag and a product', { tagIds: [PLACES.bright], productIds: [PLACES.attic] }, ['lampQuestion']],
      ['what nothing has', { tagIds: [PLACES.bright], topicKinds: ['PRAISE'] }, []],
    ])('by %s', async (_, filters, names) => {
      expect((await found('lamp', { filters })).sort()).toEqual(names);
    });

    it('by the kind of document', async () => {
      expect((await found('lamp', { kinds: ['TOPIC'] })).sort()).toEqual(['lampIdea', 'lampProblem', 'lampQuestion']);
      expect(await found('lamp', { kinds: ['ARTICLE'] })).toEqual(['lampArticle']);
    });
  });

  describe('facets', () => {
    it('count what was found', async () => {
      const { facets, total, isExact } = await search('lamp', { facets: true });
      expect({ total, isExact }).toEqual({ total: 4, isExact: true });
      expect(facets?.topicKinds.map(({ value, count }) => [value, count]).sort()).toEqual([
        ['IDEA', 1],
        ['PROBLEM', 1],
        ['QUESTION', 1],
      ]);
      expect(facets?.statuses).toContainEqual({ value: 'PENDING', count: 1 });
      expect(facets?.resolutions).toContainEqual({ value: 'SOLVED', count: 1 });
      expect(facets?.productIds).toEqual([
        { value: PLACES.attic, count: 3 },
        { value: PLACES.cellar, count: 1 },
      ]);
      expect(facets?.tagIds).toEqual([{ value: PLACES.bright, count: 2 }]);
    });

    it('count within the filters, and are not counted unless wanted', async () => {
      const { facets } = await search('lamp', { facets: true, filters: { productIds: [PLACES.attic] } });
      expect(facets?.productIds).toEqual([{ value: PLACES.attic, count: 3 }]);
      expect((await search('lamp')).facets).toBeNull();
    });

    it('count nothing that the reader may not see', async () => {
      const { facets, total } = await search('secretive', { facets: true });
      expect(total).toBe(0);
      expect(facets).toEqual({ topicKinds: [], statuses: [], resolutions: [], productIds: [], tagIds: [] });
    });
  });

  describe('paging', () => {
    it('shows each of many once, in one order', async () => {
      const all = (await search('parade', { limit: 60 })).hits.map(({ id }) => id);
      expect(new Set(all).size).toBe(45);
      const pages = await Promise.all([0, 20, 40].map((offset) => search('parade', { offset, limit: 20 })));
      expect(pages.map(({ total }) => total)).toEqual([45, 45, 45]);
      expect(pages.flatMap(({ hits }) => hits.map(({ id }) => id))).toEqual(all);
      expect((await search('parade', { offset: 60 })).hits).toEqual([]);
    });
  });

  describe('walls', () => {
    it('hide private topics from all but staff and their author', async () => {
      await expect(found('secretive')).resolves.toEqual([]);
      await expect(found('secretive', { reader: { seesAll: false, memberId: PEOPLE.other } })).resolves.toEqual([]);
      await expect(found('secretive', { reader: { seesAll: false, memberId: PEOPLE.author } })).resolves.toEqual([
        'secret',
      ]);
      await expect(found('secretive', { reader: { seesAll: true, memberId: PEOPLE.other } })).resolves.toEqual([
        'secret',
      ]);
    });

    it('stand between communities', async () => {
      const asStaff: Ask = { reader: { seesAll: true, memberId: null } };
      expect(await found('calendar others', asStaff)).not.toContain('theirs');
      expect((await search('calendar', asStaff, theirs)).hits.map(({ id }) => nameOf(id))).toEqual(['theirs']);
      await expect(search('quokka', asStaff, theirs)).resolves.toMatchObject({ hits: [], total: 0 });
      await expect(search('calendar', asStaff, newId())).resolves.toMatchObject({ hits: [], total: 0 });
    });

    it.each([
      `' OR 1=1 --`,
      `calendar' OR community_id = '${theirs}`,
      `" OR visibility = "PRIVATE`,
      `secretive" OR community_id EXISTS OR "`,
      `calendar:* | secretive`,
      `!calendar & secretive`,
      `calendar <-> sync) | (secretive`,
      `secretive:A\\'`,
      `\u0000secretive`,
      `calendar \\\\' | 'secretive'`,
      `{"$ne": null}`,
      `secretive*`,
      `%_secretive`,
    ])('are not talked over by %j', async (text) => {
      const hits = await found(text);
      expect(hits).not.toContain('secret');
      expect(hits).not.toContain('theirs');
    });

    it.each([`x" OR community_id != "`, `a') OR ('1'='1`, 'not-an-id', ''])(
      'are not talked over by ids such as %j',
      async (id) => {
        const { hits } = await search('lamp', {
          filters: { productIds: [id], tagIds: [id] },
          reader: { seesAll: false, memberId: id },
        }).catch(() => ({ hits: [] }));
        expect(hits).toEqual([]);
      },
    );
  });

  describe('very long queries', () => {
    it('find what their telling words find', async () => {
      const filler = 'this is what happens when i try to do it and it does not work '.repeat(200).slice(0, 9_800);
      expect(await found(`${filler} quokka spectrometer`)).toContain('longQuery');
    });

    it.each([
      ['one word', 'a'.repeat(10_000)],
      ['thousands of words', Array.from({ length: 2_000 }, (_, i) => `w${i}`).join(' ')],
      ['exclusions', '-a '.repeat(3_000)],
      ['quotes', '"'.repeat(10_000)],
      ['a phrase', `"${'word '.repeat(1_900)}"`],
      ['letters without words', '日本語'.repeat(3_000)],
    ])('of %s are answered', async (_, text) => {
      await expect(search(text)).resolves.toMatchObject({ hits: expect.any(Array) as unknown });
    });
  });

  describe('names', () => {
    const complete = async (kind: NameDocument['kind'], text: string, limit = 10): Promise<string[]> =>
      (await world.engine.complete({ communityId: ours, kind, text, limit })).map(nameOf);

    it.each<[NameDocument['kind'], string, string[]]>([
      ['MEMBER', 'mar', ['marta', 'marco']],
      ['MEMBER', 'MARTA', ['marta']],
      ['MEMBER', 'gomez', ['marta']],
      ['MEMBER', 'gómez ma', ['marta']],
      ['MEMBER', 'marta-g', ['marta']],
      ['TAG', 'cale', ['tagCalendar']],
      ['TAG', 'agenda', ['tagCalendar']],
      ['PRODUCT', 'desk', ['productDesk']],
    ])('%s %s', async (kind, text, names) => {
      expect((await complete(kind, text)).slice(0, names.length)).toEqual(names);
    });

    it('are found in spite of a typo', async () => {
      expect(await complete('TAG', 'calender')).toContain('tagCalendar');
      expect(await complete('MEMBER', 'mrata')).toContain('marta');
    });

    it('are given as many as were wanted, of their kind and community', async () => {
      expect(await complete('MEMBER', 'mar', 1)).toEqual(['marta']);
      expect(await complete('PRODUCT', 'mar')).toEqual([]);
      await expect(
        world.engine.complete({ communityId: theirs, kind: 'MEMBER', text: 'mar', limit: 10 }),
      ).resolves.toEqual([]);
    });

    it('are safe to type', async () => {
      for (const text of ['', ' ', "'", '"', "x' OR '1'='1", '\u0000', 'a'.repeat(10_000), ':*', '\\'])
        await expect(complete('MEMBER', text)).resolves.toEqual(expect.any(Array));
    });
  });

  describe('changes', () => {
    const community = newId();
    const at = (text: string): Promise<SearchFindings> => search(text, { facets: true }, community);
    const article: ArticleDocument = {
      kind: 'ARTICLE',
      id: newId(),
      locale: 'en',
      title: 'Moving house',
      summary: '',
      body: 'Pack the wardrobe.',
      productIds: [],
      createdAt: new Date('2026-01-01'),
    };
    const topic = (change: Partial<TopicDocument>): TopicDocument =>
      topicOf({ id: ids.changing, title: 'The wardrobe creaks', ...change });

    it('are found as they are now, and not as they were', async () => {
      await world.write(community, [topic({}), article]);
      await expect(at('wardrobe')).resolves.toMatchObject({ total: 2 });
      await world.write(community, [topic({ title: 'The cupboard creaks', status: 'COMPLETE', visibility: 'PUBLIC' })]);
      await expect(at('wardrobe')).resolves.toMatchObject({ total: 1, hits: [{ kind: 'ARTICLE', id: article.id }] });
      await expect(at('cupboard')).resolves.toMatchObject({
        hits: [{ kind: 'TOPIC', id: ids.changing }],
        facets: { statuses: [{ value: 'COMPLETE', count: 1 }] },
      });
    });

    it('that make a topic private hide it', async () => {
      await world.write(community, [topic({ visibility: 'PRIVATE' })]);
      await expect(at('creaks')).resolves.toMatchObject({ total: 0, hits: [] });
    });

    it('that take something away leave nothing to find', async () => {
      await world.write(community, [topic({})]);
      await world.write(
        community,
        [],
        [
          { kind: 'TOPIC', id: ids.changing },
          { kind: 'ARTICLE', id: article.id },
          { kind: 'TAG', id: newId() },
        ],
      );
      for (const text of ['wardrobe', 'creaks', 'cupboard'])
        await expect(at(text)).resolves.toMatchObject({ total: 0, hits: [] });
      await world.write(community, [topic({})]);
      await expect(at('wardrobe')).resolves.toMatchObject({ total: 1 });
    });

    it('take texts of any length and form', async () => {
      const word = (i: number): string => `w${i.toString(36)}${'z'.repeat(i % 60)}`;
      const huge = Array.from({ length: 60_000 }, (_, i) => word(i)).join(' ');
      const odd = `\u0000 ' \\ : & | ! <-> "quoted" \ud83d\ude00 \ud800 ${'x'.repeat(5_000)} بِسْمِ`;
      await world.write(community, [
        topic({
          title: 'Enormous',
          body: huge,
          replies: [{ rank: 'COMMENT', byAsker: false, at: new Date(), text: huge }],
        }),
        { ...article, title: 'Peculiar', body: odd },
      ]);
      await expect(at('enormous')).resolves.toMatchObject({ total: 1 });
      await expect(at('peculiar quoted')).resolves.toMatchObject({ total: 1 });
    });
  });
}
