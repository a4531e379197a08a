import { pairedQuery, pairedText } from './paired-characters';

const words = (text: string): string[] => text.trim().split(/\s+/);

describe('texts of scripts without spaces', () => {
  it.each([
    ['同步日历', ['同步', '步日', '日历', '历']],
    ['Mail 同步 now', ['Mail', '同步', '步', 'now']],
    ['カレ', ['カレ', 'レ']],
    ['ปฏิ', ['ปฏิ', 'ฏิ']],
    ['Kalender été', ['Kalender', 'été']],
  ])('%s is kept by its pairs of characters', (text, kept) => {
    expect(words(pairedText(text))).toEqual(kept);
  });

  it('has every piece of a run among what is kept', () => {
    const kept = words(pairedText('雷鸟中同步日历'));
    for (const piece of ['雷鸟', '中同步', '日历', '步日历']) {
      expect(words(pairedQuery(piece)).every((pair) => kept.includes(pair))).toBe(true);
    }
    expect(kept.some((pair) => pair.startsWith('历'))).toBe(true);
    expect(words(pairedQuery('历'))).toEqual(['历']);
  });
});
