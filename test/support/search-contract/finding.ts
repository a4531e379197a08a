import { type SearchProbe } from './search-probe';

/** What is found by which words, and what comes first. */
export function describeFinding(probe: SearchProbe): void {
  const search = probe.search.bind(probe);
  const found = probe.found.bind(probe);
  const inOrder = async (text: string, names: readonly string[]): Promise<void> => {
    const hits = await found(text);
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
      ['Russian, with a typo', 'влажения', 'ru', 'russian'],
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
}
