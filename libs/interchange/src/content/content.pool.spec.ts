import { ContentPool } from './content.pool';

describe('ContentPool', () => {
  const pools: ContentPool[] = [];
  const poolOf = (milliseconds?: number): ContentPool => {
    const pool = new ContentPool({ threads: 2, milliseconds, baseUrl: 'https://a.example' });
    pools.push(pool);
    return pool;
  };
  afterEach(() => Promise.all(pools.splice(0).map((pool) => pool.close())));

  it('keeps the order of texts, over several threads', async () => {
    const pool = poolOf();
    const batch = (from: number) => Array.from({ length: 50 }, (_, index) => ({ text: `n${from + index}` }));
    const all = await Promise.all([0, 50, 100, 150].map((from) => pool.convert(batch(from))));
    expect(all.flat().map((text) => ('markdown' in text ? text.markdown : text.fault))).toEqual(
      Array.from({ length: 200 }, (_, index) => `n${index}`),
    );
    expect(await pool.convert([])).toEqual([]);
  });

  it('completes links', async () => {
    const [text] = await poolOf().convert([{ text: '<a href="/b">c</a>', format: 'HTML' }]);
    expect(text).toMatchObject({ markdown: '[c](https://a.example/b)' });
  });

  it('refuses a text that takes too long, and only that one', async () => {
    // A mark that is opened is looked for by each that is closed.
    const slow = { text: `${'<b>'.repeat(150_000)}${'</i>'.repeat(350_000)}`, format: 'HTML' } as const;
    const texts = [{ text: 'a' }, slow, { text: 'b' }];
    const [first, second, third] = await poolOf(300).convert(texts);
    expect(first).toMatchObject({ markdown: 'a' });
    expect(second).toEqual({ fault: 'The text takes too long to lay out.' });
    expect(third).toMatchObject({ markdown: 'b' });
  });
});
