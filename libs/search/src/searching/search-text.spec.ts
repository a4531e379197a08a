import { recordedQuery } from '../recording/search-records.service';
import { searchText } from './search-text';

describe('what is looked for', () => {
  it.each([
    ['  two \n\t words\u00a0', 'two words'],
    ['a\0b\u0007', 'a b'],
    ['half \ud83d a character', 'half \ufffd a character'],
    ['e\u0301', '\u00e9'],
    [' \n ', ''],
    ['x'.repeat(10_000), 'x'.repeat(1_000)],
    ['🙂'.repeat(10_000), '🙂'.repeat(1_000)],
  ])('of %j', (typed, text) => expect(searchText(typed)).toBe(text));

  it('is kept folded and short', () => {
    expect(recordedQuery('  Café\nCRÈME ')).toBe('cafe creme');
    expect(recordedQuery('ﷺ'.repeat(500))).toHaveLength(200);
    expect(recordedQuery('𠮷'.repeat(500))).toBe('𠮷'.repeat(200));
    expect(recordedQuery(' \0 ')).toBe('');
  });
});
