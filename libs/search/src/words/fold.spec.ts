import { fold } from './fold';

describe('folding', () => {
  it.each([
    ['Résumé', 'resume'],
    ['re\u0301sume\u0301', 'resume'],
    ['GRÜẞE', 'grusse'],
    ['straße', 'strasse'],
    ['Łódź', 'lodz'],
    ['İstanbul', 'istanbul'],
    ['Ἀθῆναι', 'αθηναι'],
    ['ёлка', 'елка'],
    ['ﬁle', 'file'],
    ['ｶﾞｷﾞ', 'ガギ'],
    ['plain 123', 'plain 123'],
  ])('makes of %s %s', (text, folded) => {
    expect(fold(text)).toBe(folded);
  });

  it.each(['мой', 'が', '한국', 'हिन्दी', 'ไม่'])(
    'leaves letters whole that only look as if they had accents: %s',
    (text) => {
      expect(fold(text)).toBe(text.normalize('NFC'));
    },
  );
});
