import { convertText, type ConvertedText } from './convert-text';

type Converted = Exclude<ConvertedText, { fault: string }>;

function convert(html: string, baseUrl?: string): Converted {
  const converted = convertText({ text: html, format: 'HTML' }, baseUrl);
  if ('fault' in converted) throw new Error(converted.fault);
  return converted;
}

describe('HTML as Markdown', () => {
  it.each([
    ['marks', '<p><b>a</b> <em>b</em> <s>c</s> <code>d</code> <kbd>e</kbd></p>', '**a** _b_ ~~c~~ `d` `e`'],
    ['marks within words', 'un<em>believ</em>able', 'un*believ*able'],
    ['marks without their white space', 'a<b> b </b>c', 'a **b** c'],
    ['marks side by side', '<b>a</b><b>b</b><i>c</i>', '**ab**_c_'],
    ['marks in marks', '<b>a <i>b</i></b>', '**a _b_**'],
    ['marks around blocks', '<b><p>a</p><p>b</p></b>', '**a**\n\n**b**'],
    ['the space between marks', '<b>a</b> <b>b</b> <code>c </code><code>d</code>', '**a** **b** `c d`'],
    ['marks of nothing', '<p><b> </b>a<b></b></p>', 'a'],
    ['marks that end in punctuation before a word', '<b>Note:</b>text', '**Note**:text'],
    ['marks in marks that do', '<i><b>so"</b></i>it is', '**so**"it is'],
    ['no mark that would not be read', 'a<b>"</b>b', 'a"b'],
    ['paragraphs', '<p>a</p><p>b</p>', 'a\n\nb'],
    ['blocks of any name', '<div>a<section>b</section>c</div>', 'a\n\nb\n\nc'],
    ['line breaks', 'a<br>b<br/>\r\nc', 'a\nb\nc'],
    ['two line breaks as a paragraph', 'a<br><br>b', 'a\n\nb'],
    ['white space as one space', '<p>\n a \t b\n</p>', 'a b'],
    ['headings', '<h1>a</h1><h3>b<br>c</h3>', '# a\n\n### b c'],
    ['a heading that ends in #', '<h2>C#</h2>', '## C\\#'],
    ['a rule', 'a<hr>b', 'a\n\n---\n\nb'],
    ['a code block', '<pre><code class="language-js">a\n  b &lt; c\n</code></pre>', '```js\na\n  b < c\n```'],
    ['a code block without code', '<pre class="lang-py prettyprint">a<br>b</pre>', '```py\na\nb\n```'],
    ['a code block with fences in it', '<pre>```\na\n```</pre>', '````\n```\na\n```\n````'],
    ['code with backticks', '<code>a`b</code> <code>``</code>', '``a`b`` ` `` `'],
    ['marks in code as text', '<code>a <b>b</b></code>', '`a b`'],
    ['quotes in quotes', '<blockquote>a<blockquote>b</blockquote></blockquote>', '> a\n> \n> > b'],
    [
      'lists in lists',
      '<ul><li>a<ol start="3"><li>b</li><li>c</li></ol></li><li>d</li></ul>',
      '- a\n\n  3. b\n  4. c\n- d',
    ],
    ['lists directly in lists', '<ul><li>a</li><ul><li>b</li></ul></ul>', '- a\n  - b'],
    ['items without a list', '<li>a</li><li>b</li>', '- a\n- b'],
    ['items of several blocks', '<ul><li><p>a</p><pre>b</pre></li></ul>', '- a\n\n  ```\n  b\n  ```'],
    [
      'links',
      '<a href="https://a.example/x_(y)?a=1&amp;b=2">a <b>b</b></a>',
      '[a **b**](https://a.example/x_(y)?a=1&b=2)',
    ],
    [
      'links that are their address',
      '<a href="https://a.example/x_y_">https://a.example/x_y_</a>',
      '<https://a.example/x_y_>',
    ],
    ['bare addresses', 'see https://a.example/_x_*y*.', 'see <https://a.example/_x_*y*>.'],
    [
      'links around blocks',
      '<a href="https://a.example"><p>a</p><p>b</p></a>',
      '[a](https://a.example)\n\n[b](https://a.example)',
    ],
    [
      'images',
      '<img src="https://a.example/x.png" alt="a [b]" title="c">',
      '![a \\[b\\]](https://a.example/x.png "c")',
    ],
    [
      'images in links',
      'a!<a href="https://a.example"><img src="https://a.example/i"></a>',
      'a\\![![](https://a.example/i)](https://a.example)',
    ],
    ['frames as links', '<iframe src="https://a.example/v">x</iframe>', '<https://a.example/v>'],
    [
      'a table',
      '<table><tr><th>a</th><th>b|c</th></tr><tr><td>1<br>2</td><td><code>|</code></td></tr></table>',
      '| a | b\\|c |\n| --- | --- |\n| 1 2 | `\\|` |',
    ],
    ['a table without a head', '<table><tr><td>a</td><td>b</td></tr></table>', '|  |  |\n| --- | --- |\n| a | b |'],
    [
      'a wide cell and a caption',
      '<table><caption>x</caption><thead><tr><td colspan="2">a</td></tr></thead><tr><td>b<td>c</table>',
      'x\n\n| a |  |\n| --- | --- |\n| b | c |',
    ],
    ['a table for layout as text', '<table><tr><td>a</td></tr><tr><td>b</td></tr></table>', 'a\n\nb'],
    ['a table of lists as text', '<table><tr><td><ul><li>a</li></ul></td><td>b</td></tr></table>', '- a\n\nb'],
    ['what is small or high as text', 'x<sup>2</sup> H<sub>2</sub>O <small>s</small>', 'x2 H2O s'],
    ['entities', '&amp;amp; &lt;b&gt; &copy;&nbsp;x', '\\&amp; <b> ©\u00A0x'],
    ['emoji and writing from the right', '<p dir="rtl">שלום <b>עולם</b> 👍🏽</p>', 'שלום **עולם** 👍🏽'],
  ])('keeps %s', (_name, html, markdown) => {
    const converted = convert(html);
    expect(converted.markdown).toBe(markdown);
    expect(converted.differs).toBe(false);
  });

  it.each([
    ['#a # b', '# a', '## ', '- a', '+ b', '* c', '1. d', '2) e', '> f', '=== ', '---', '--|--', ':--', '| a |'],
    ['*a*', '**a**', '_a_', '__a__', 'a_b_c', '~~a~~', '`a`', '``a``', '\\', '\\*', 'a\\b', '~~~', '```'],
    [
      '[a](https://a.example)',
      '![a](b)',
      '[a]: https://a.example',
      '<https://a.example>',
      '<a@b.example>',
      '&copy;',
      '&#64;',
    ],
    [
      '* * *',
      '- - -',
      '_ _ _',
      '1.',
      '+',
      '1986. A year',
      'http://a.example/%41%C3%A9',
      'mailto:a@b.example',
      '!',
      '![',
    ],
  ])('shows what means something in Markdown as it is: %s ...', (...texts) => {
    const escaped = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
    for (const text of texts) {
      for (const html of [
        `<p>${escaped(text)}</p>`,
        `x<br>${escaped(text)}<br>y`,
        `<ul><li>${escaped(text)}</li></ul>`,
      ])
        expect(`${html} ${convert(html).differs}`).toBe(`${html} false`);
    }
    expect(convert(texts.map((text) => `<p>${escaped(text)}</p>`).join('\n')).differs).toBe(false);
    expect(convert(texts.map(escaped).join('<br>')).differs).toBe(false);
    expect(convert(texts.map((text) => `<b>${escaped(text)}</b>x`).join('<i>y</i>')).differs).toBe(false);
  });

  it.each([
    ['completes relative links', '<a href="/a b?x">y</a>', 'https://a.example/c/', '[y](https://a.example/a%20b?x)'],
    ['writes them out without a page', '<a href="/a">y</a>', undefined, 'y (/a)'],
    ['completes links without a scheme', '<a href="//a.example/x">y</a>', undefined, '[y](https://a.example/x)'],
    ['leaves places on a page', '<a href="#x">y</a>', 'https://a.example', 'y'],
    ['writes other schemes out', '<a href="ftp://a.example">y</a>', undefined, 'y (ftp://a.example)'],
    ['completes images', '<img src="/i.png" alt="z">', 'https://a.example', '![z](https://a.example/i.png)'],
    ['keeps the words of images without an address', '<img src="data:x" alt="z">', undefined, 'z'],
    [
      'takes no part of an address for a link',
      'a@b<a href="http://-c.example">-c.example</a>',
      undefined,
      'a@b-c.example',
    ],
  ])('%s', (_name, html, baseUrl, markdown) => {
    const converted = convert(html, baseUrl);
    expect(converted.markdown).toBe(markdown);
    expect(converted.differs).toBe(false);
  });

  it('makes nothing of what shows nothing', () => {
    for (const html of ['', '<p> </p>', '<hr>', '<!-- a -->', '<p>\u200B\u200D</p>', '<script>a</script>'])
      expect(convert(html)).toEqual({ markdown: '', html: '', differs: false });
    expect(convertText({ text: ' \n' })).toEqual({ markdown: '', html: '', differs: false });
  });
});

describe('HTML that means no good', () => {
  const deep = (open: string, close = ''): string => `${open.repeat(1_000)}x${close.repeat(1_000)}`;

  it.each([
    ['scripts', '<script>alert(1)</script><p onclick="alert(1)">a</p><style>p{}</style>', '<p>a</p>'],
    ['scripts in links', '<a href="java&#10;script:alert(1)">a</a><a href=" JavaScript:x">b</a>', '<p>ab</p>'],
    ['data in links', '<a href="data:text/html,<script>">a</a>', '<p>a</p>'],
    ['images that run', '<img src=x onerror=alert(1)><img src="javascript:x" alt="a">', '<p>a</p>'],
    ['forms', '<form action="https://evil.example"><input name=a><button>b</button></form>', '<p>b</p>'],
    ['drawings', '<svg><script>alert(1)</script><a xlink:href="javascript:x">a</a></svg>b', '<p>b</p>'],
    ['pictures of other pages', '<object data="javascript:x">a</object><embed src="data:x">', '<p>a</p>'],
    ['HTML as text', '&lt;script&gt;alert(1)&lt;/script&gt;', '<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>'],
    ['Markdown as text', '[a](javascript:x) &lt;javascript:x&gt;', '<p>[a](javascript:x) &lt;javascript:x&gt;</p>'],
    ['directions', 'a\u202Eb\u2066c', '<p>abc</p>'],
    ['a NUL', 'a\0b&#0;', '<p>ab\uFFFD</p>'],
    ['half of a character', 'a\uD800b', '<p>a\uFFFDb</p>'],
    [
      'elements that are never closed',
      '<b><i><ul><li>a<div>b',
      '<ul>\n<li>\n<p><strong><em>a</em></strong></p>\n<p><strong><em>b</em></strong></p>\n</li>\n</ul>',
    ],
    ['elements that are closed twice', '</p></div>a</b></b>', '<p>a</p>'],
    ['elements that overlap', '<b>a <i>b</b> c</i>', '<p><strong>a <em>b</em></strong> c</p>'],
    ['a tag that never ends', 'a<b title="', '<p>a</p>'],
  ])('is harmless: %s', (_name, html, shown) => {
    const converted = convert(html);
    expect(converted.html.trim()).toBe(shown);
    expect(converted.differs).toBe(false);
  });

  it.each([
    ['blocks', deep('<div>', '</div>')],
    ['quotes', deep('<blockquote>', '</blockquote>')],
    ['lists', deep('<ul><li>', '</li></ul>')],
    ['tables', deep('<table><tr><td>', '</td></tr></table>')],
    ['marks', deep('<b><i><s>', '</s></i></b>')],
    ['links', deep('<a href="https://a.example">', '</a>')],
    ['headings', deep('<h1><div>', '</div></h1>')],
    ['what is never closed', deep('<blockquote><b><ul>')],
  ])('is read however deep it is nested: %s', (_name, html) => {
    const converted = convert(html);
    expect(converted.html.replace(/<[^>]*>/g, '').trim()).toBe('x');
    expect(converted.differs).toBe(false);
  });

  it('tells whose link it really is, as it does of typed ones', () => {
    expect(convert('<a href="https://evil.example">www.bank.example</a>').html).toContain(
      'www.bank.example [evil.example]',
    );
  });

  it('refuses what is longer than any text', () => {
    expect(convertText({ text: 'x'.repeat(2_000_001), format: 'HTML' })).toHaveProperty('fault');
    expect(convertText({ text: 'x'.repeat(1_000_001) })).toHaveProperty('fault');
    expect(convertText({ text: 'x'.repeat(100_000) })).toHaveProperty('html');
  });
});
