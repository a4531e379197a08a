import { beginningOf, unicodeWords } from './unicode-words';

describe('unicodeWords', () => {
  it('finds words between spaces and marks, lower-cased, without single letters', () => {
    expect(unicodeWords("It's NOT working: a 2nd time, 102.6.1!")).toEqual([
      'it',
      'not',
      'working',
      '2nd',
      'time',
      '102',
    ]);
  });

  it('keeps letters of other scripts and folds their compatibility forms', () => {
    expect(unicodeWords('Größe ﬁnden, čas; Проблема Ｗｅｂ')).toEqual(['größe', 'finden', 'čas', 'проблема', 'web']);
    expect(unicodeWords('cafe\u0301')).toEqual(unicodeWords('café'));
  });

  it('cuts scripts without spaces into words', () => {
    expect(unicodeWords('メールを送信できません')).toContain('送信');
    expect(unicodeWords('我的电子邮件丢失了').length).toBeGreaterThan(2);
    expect(unicodeWords('ส่งอีเมลไม่ได้').length).toBeGreaterThan(1);
  });

  it('finds none in marks alone', () => {
    expect(unicodeWords(' --- ☎ ')).toEqual([]);
  });
});

describe('beginningOf', () => {
  it('cuts after so many parts, and leaves a shorter text whole', () => {
    expect(beginningOf(' one  two\nthree four', 2)).toBe(' one  two');
    expect(beginningOf('one two', 2)).toBe('one two');
  });

  it('knows all white space there is', () => {
    const all = Array.from({ length: 0x10000 }, (_, unit) => String.fromCharCode(unit)).filter((unit) =>
      /\s/.test(unit),
    );
    expect(all.length).toBeGreaterThan(20);
    for (const space of all) expect(beginningOf(`one${space}two`, 1)).toBe('one');
    for (const beside of ['\u0085', '\u200b', '\u2010', '\u2030', '\u3001', '\ufffd'])
      expect(beginningOf(`one${beside}two`, 1)).toBe(`one${beside}two`);
  });
});
