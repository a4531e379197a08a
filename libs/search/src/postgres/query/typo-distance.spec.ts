import { typosAllowed, typosBetween, typosOfBeginning } from './typo-distance';

describe('typos', () => {
  it.each([
    ['calendar', 'calendar', 0],
    ['calender', 'calendar', 1],
    ['thnderbird', 'thunderbird', 1],
    ['thunderbrid', 'thunderbird', 1],
    ['atachmnet', 'attachment', 2],
    ['kalendar', 'calendar', 2],
    ['письма', 'письмо', 1],
    ['', 'ab', 3],
  ])('between %s and %s', (typed, word, typos) => {
    expect(typosBetween(typed, word)).toBe(typos);
  });

  it('of a beginning count less than those of whole words', () => {
    expect(typosOfBeginning('thnder', 'thunderbird')).toBe(1.5);
    expect(typosOfBeginning('calender', 'calendar')).toBe(1);
  });

  it.each([
    ['cat', 0],
    ['mail', 1],
    ['calendar', 2],
    ['0x80070005', 0],
  ])('are allowed by length: %s', (word, allowed) => {
    expect(typosAllowed(word)).toBe(allowed);
  });
});
