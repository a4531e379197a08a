import { newId } from '@app/kernel';
import type { ArticleDocument, NameDocument, SearchFindings, TopicDocument } from '@app/search';
import { ids, topicOf } from '../search-contract-documents';
import { type SearchProbe, nameOfId } from './search-probe';

/** What is typed to an end, what changes, and what is too much. */
export function describeEnduring(probe: SearchProbe): void {
  const search = probe.search.bind(probe);
  const found = probe.found.bind(probe);
  const { ours, theirs } = probe;

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
      (await probe.engine.complete({ communityId: ours, kind, text, limit })).map(nameOfId);

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
        probe.engine.complete({ communityId: theirs, kind: 'MEMBER', text: 'mar', limit: 10 }),
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
      await probe.write(community, [topic({}), article]);
      await expect(at('wardrobe')).resolves.toMatchObject({ total: 2 });
      await probe.write(community, [topic({ title: 'The cupboard creaks', status: 'COMPLETE', visibility: 'PUBLIC' })]);
      await expect(at('wardrobe')).resolves.toMatchObject({ total: 1, hits: [{ kind: 'ARTICLE', id: article.id }] });
      await expect(at('cupboard')).resolves.toMatchObject({
        hits: [{ kind: 'TOPIC', id: ids.changing }],
        facets: { statuses: [{ value: 'COMPLETE', count: 1 }] },
      });
    });

    it('that make a topic private hide it', async () => {
      await probe.write(community, [topic({ visibility: 'PRIVATE' })]);
      await expect(at('creaks')).resolves.toMatchObject({ total: 0, hits: [] });
    });

    it('that take something away leave nothing to find', async () => {
      await probe.write(community, [topic({})]);
      await probe.write(
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
      await probe.write(community, [topic({})]);
      await expect(at('wardrobe')).resolves.toMatchObject({ total: 1 });
    });

    it('take texts of any length and form', async () => {
      const word = (i: number): string => `w${i.toString(36)}${'z'.repeat(i % 60)}`;
      const huge = Array.from({ length: 60_000 }, (_, i) => word(i)).join(' ');
      const odd = `\u0000 ' \\ : & | ! <-> "quoted" \ud83d\ude00 \ud800 ${'x'.repeat(5_000)} بِسْمِ`;
      await probe.write(community, [
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
