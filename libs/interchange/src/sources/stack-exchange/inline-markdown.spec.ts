import { inlineMarkdown } from './inline-markdown';

describe('inlineMarkdown', () => {
  it.each([
    ['It is *good*, `x` and [there](https://example.com).', 'It is *good*, `x` and [there](https://example.com).'],
    ['*read this* and **that**', '*read this* and **that**'],
    ['`code` first, _then_ text, -1 and +1', '`code` first, _then_ text, -1 and +1'],
    ['- Jimmy', '\\- Jimmy'],
    ['* one\n* two', '\\* one\n\\* two'],
    ['# no heading', '\\# no heading'],
    ['#hashtag', '#hashtag'],
    ['> said he', '\\> said he'],
    ['1. first', '1\\. first'],
    ['1.5 litres', '1.5 litres'],
    ['---', '\\---'],
    ['text\n===', 'text\n\\==='],
    ['```js', '\\```js'],
    ['    not code', 'not code'],
    ['+ a', '\\+ a'],
  ])('%j', (text, expected) => {
    expect(inlineMarkdown(text)).toBe(expected);
  });
});
