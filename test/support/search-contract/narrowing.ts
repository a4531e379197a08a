import { newId } from '@app/kernel';
import type { SearchRequest } from '@app/search';
import { PEOPLE, PLACES } from '../search-contract-documents';
import { type Ask, type SearchProbe, nameOfId } from './search-probe';

/** What filters, facets, pages and walls leave of it. */
export function describeNarrowing(probe: SearchProbe): void {
  const search = probe.search.bind(probe);
  const found = probe.found.bind(probe);
  const { theirs } = probe;

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
      expect((await search('calendar', asStaff, theirs)).hits.map(({ id }) => nameOfId(id))).toEqual(['theirs']);
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
}
