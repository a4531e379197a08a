import { parseQuery } from './parsed-query';

describe('what was typed', () => {
  const parsed = (words: string[], more: object = {}): object => ({
    words,
    phrases: [],
    excluded: [],
    open: true,
    ...more,
  });

  it.each<[string, object]>([
    ['calendar sync', parsed(['calendar', 'sync'])],
    ['calendar sync ', parsed(['calendar', 'sync'], { open: false })],
    ['sync sync', parsed(['sync'])],
    ['e-mail', parsed(['e', 'mail'])],
    ['"green apple" tree', parsed(['tree'], { phrases: [['green', 'apple']] })],
    ['tree “green apple”', parsed(['tree'], { phrases: [['green', 'apple']], open: false })],
    ['"green app', parsed([], { phrases: [['green', 'app']], open: false })],
    ['"apple"', parsed(['apple'], { open: false })],
    ['apple -basket', parsed(['apple'], { excluded: [['basket']], open: false })],
    ['apple -"green basket"', parsed(['apple'], { excluded: [['green', 'basket']], open: false })],
    ['-', parsed([], { open: false })],
    ['- apple', parsed(['apple'])],
    ['a & b | !c <-> (d):*', parsed(['a', 'b', 'c', 'd'], { open: false })],
    ['', parsed([], { open: false })],
  ])('%s', (text, expected) => {
    expect(parseQuery(text)).toEqual(expected);
  });

  it('is read up to a length', () => {
    expect(parseQuery(`${'a '.repeat(5_000)}last`).words).toEqual(['a']);
    expect(parseQuery(Array.from({ length: 2_000 }, (_, i) => `w${i}`).join(' ')).words).toHaveLength(200);
    expect(parseQuery('-x '.repeat(3_000)).excluded).toHaveLength(10);
  });
});
