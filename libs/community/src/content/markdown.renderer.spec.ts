import { DomainError } from '@app/kernel';
import { MarkdownRenderer } from './markdown.renderer';

describe('MarkdownRenderer', () => {
  const renderer = new MarkdownRenderer();
  afterAll(() => renderer.onModuleDestroy());

  const html = async (source: string): Promise<string> => (await renderer.render(source)).html.trim();
  const link = (href: string, text: string): string =>
    `<a href="${href}" rel="nofollow ugc noopener noreferrer">${text}</a>`;

  it.each([
    ['marks', '**a** _b_ ~~c~~ `d`', '<strong>a</strong> <em>b</em> <s>c</s> <code>d</code>'],
    ['a line break', 'a\nb', 'a<br />\nb'],
    ['raw HTML as text', '<b onclick=x>', '&lt;b onclick=x&gt;'],
    ['a link', '[a](https://a.example/x?y=1&z)', link('https://a.example/x?y=1&amp;z', 'a')],
    ['a bare address', 'http://a.example', link('http://a.example', 'http://a.example')],
    ['a mail address with its scheme', '<mailto:a@b.example>', link('mailto:a@b.example', 'mailto:a@b.example')],
    ['no link for a file name', 'setup.sh www.a.example a@b.example', 'setup.sh www.a.example a@b.example'],
    ['no link without a scheme', '[x](//a.example) [y](/z)', '[x](//a.example) [y](/z)'],
    ['no link with a script', '[x](javascript:x) [y](data:x)', '[x](javascript:x) [y](data:x)'],
    [
      'no link that hides its host',
      '<https://bank.example@evil.example>',
      `&lt;${link('https://bank.example', 'https://bank.example')}@evil.example&gt;`,
    ],
    [
      'the true host',
      '[bank.example](https://evil.example)',
      link('https://evil.example', 'bank.example [evil.example]'),
    ],
    [
      'the true host of an address within a sentence',
      '[log in at www.bank.example now](https://evil.example)',
      link('https://evil.example', 'log in at www.bank.example now [evil.example]'),
    ],
    [
      'a program named in a sentence as it is',
      '[the data of beer.db](https://code.example)',
      link('https://code.example', 'the data of beer.db'),
    ],
    [
      'the true host of an address as text',
      '[https://www.bank.example/login](https://evil.example)',
      link('https://evil.example', 'https://www.bank.example/login [evil.example]'),
    ],
    [
      'the true host past marks and invisible characters',
      '[ba**nk**\u200B.example](https://evil.example)',
      link('https://evil.example', 'ba<strong>nk</strong>\u200B.example [evil.example]'),
    ],
    [
      'the true host of letters from another script',
      '[\u0430pple.example](https://xn--pple-43d.example)',
      link('https://xn--pple-43d.example', '\u0430pple.example [xn--pple-43d.example]'),
    ],
    [
      'nothing more where the host is the same',
      '[a.example](https://www.a.example/x)',
      link('https://www.a.example/x', 'a.example'),
    ],
    ['direction controls', 'a\u202Eb&#x2066;', 'a⟨U+202E⟩b⟨U+2066⟩'],
    ['an image over http as a link', '![x](http://a.example/x.png)', link('http://a.example/x.png', 'x')],
    [
      'an image',
      '![x](https://a.example/x.png "t")',
      '<img src="https://a.example/x.png" alt="x" title="t" loading="lazy" referrerpolicy="no-referrer" />',
    ],
    [
      'an image over http in a link',
      '[![x](http://a.example/x.png)](https://b.example)',
      link('https://b.example', 'x'),
    ],
  ])('shows %s', async (_name, source, expected) => {
    expect(await html(source)).toBe(`<p>${expected}</p>`);
  });

  it('shows tables, aligned without styles', async () => {
    expect(await html('| a | b |\n| :-: | - |\n| 1 | 2 |')).toBe(
      '<table>\n<thead>\n<tr>\n<th align="center">a</th>\n<th>b</th>\n</tr>\n</thead>\n' +
        '<tbody>\n<tr>\n<td align="center">1</td>\n<td>2</td>\n</tr>\n</tbody>\n</table>',
    );
  });

  const many = (count: number, text: string): string => text.repeat(count);
  const table = (columns: number, rows: number): string =>
    [many(columns, '| a '), many(columns, '| - '), ...Array<string>(rows - 1).fill(many(columns, '| x '))].join('\n');

  it.each([
    ['characters', many(20_001, 'x'), 'A text may have 20000 characters'],
    ['links', many(51, '[a](https://a.example) '), 'A text may hold 50 links, this one has 51'],
    ['bare addresses', many(51, 'https://a.example '), 'A text may hold 50 links, this one has 51'],
    ['images', many(21, '![a](https://a.example/x) '), 'A text may hold 20 images, this one has 21'],
    ['mentions', many(21, '@ann_b '), 'A text may mention 20 members, this one mentions 21'],
    ['quotes', `${many(51, '>')}x`, 'A text may be nested 50 levels deep'],
    [
      'lists',
      Array.from({ length: 30 }, (_, i) => `${many(i, '  ')}- x`).join('\n'),
      'A text may be nested 50 levels deep',
    ],
    ['marks', `${many(60, '*a **b ')}${many(60, 'c** d*')}`, 'A text may be nested 50 levels deep'],
    ['columns', table(21, 2), 'A table may have 20 columns, this one has 21'],
    ['rows', table(2, 201), 'A table may have 200 rows, this one has 201'],
    ['nothing to see', '[a]: https://a.example\n\n&#8203;', 'Nothing of this text would be shown'],
  ])('refuses too many: %s', async (_name, source, sentence) => {
    const refusal = await renderer.render(source).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(DomainError);
    expect(refusal).toMatchObject({ code: 'INVALID_INPUT', message: expect.stringContaining(sentence) });
  });

  it.each([
    ['links', many(50, '[a](https://a.example) ')],
    ['images', many(20, '![a](https://a.example/x) ')],
    ['mentions', `${many(20, '@ann_b ')} mail@host.example \`@code\``],
    ['quotes', `${many(49, '>')}x`],
    ['a table', table(20, 200)],
    ['characters', many(20_000, '🌡')],
  ])('takes as many as allowed: %s', async (_name, source) => {
    expect(await html(source)).not.toBe('');
  });

  it('renders a long text as a short one', async () => {
    const paragraph = 'One **two** https://a.example\n\n';
    const rendered = (await html(paragraph)) + '\n';
    expect(await html(many(40, paragraph) + many(5_000, 'x'))).toBe(many(40, rendered) + `<p>${many(5_000, 'x')}</p>`);
  });
});
