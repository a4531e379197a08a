import { LONGEST_WORD, typedWordsOf, wordsOf } from './words-of';

describe('words', () => {
  it.each([
    ["It's 0x80070005, C++ & e-mail!", ['it', 's', '0x80070005', 'c', 'e', 'mail']],
    ['Größe, naïve', ['größe', 'naïve']],
    ['日本語', ['日本', '本語', '語']],
    ['Thunderbirdの設定', ['thunderbird', 'の設', '設定', '定']],
    ['カレンダー', ['カレ', 'レン', 'ンダ', 'ダー', 'ー']],
    ['한국어 글', ['한국어', '글']],
    ['  …!? ', []],
    ['', []],
  ])('of %j', (text, words) => {
    expect(wordsOf(text)).toEqual(words);
  });

  it('that are typed are whole pairs, or one letter', () => {
    expect(typedWordsOf('日本語 字')).toEqual(['日本', '本語', '字']);
  });

  it('are cut, and so are their number', () => {
    expect(wordsOf('x'.repeat(500))[0]).toHaveLength(LONGEST_WORD);
    expect(wordsOf('é'.repeat(500))[0]).toHaveLength(LONGEST_WORD);
    expect(wordsOf('a b c d', 2)).toEqual(['a', 'b']);
    expect(wordsOf(`${'x'.repeat(LONGEST_WORD - 1)}𝔸𐐷`)[0]?.isWellFormed()).toBe(true);
  });
});
