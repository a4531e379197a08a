import { meiliQuery, typedQuery } from './typed-query';

describe('what somebody typed', () => {
  it.each([
    ['mail  calendar', 'mail calendar'],
    ['"green apple" basket -red', '-"red" "green apple" basket'],
    ['apple -"green apple"', '-"green apple" apple'],
    ['e-mail well-known', 'e-mail well-known'],
    ['it is "half a phrase', 'it is half a phrase'],
    ['- -- -" "" "', ''],
    ['„Termin" «fehlt»', 'Termin fehlt'],
    ['同步日历', '同步 步日 日历'],
    ['\u0000\ud800 x', 'x'],
  ])('%j is asked as %j', (text, asked) => {
    expect(meiliQuery(typedQuery(text))).toBe(asked);
  });

  it('is cut to its tellingest words, and exclusions hold all the same', () => {
    const asked = meiliQuery(typedQuery(`${'it is so that '.repeat(50)} zebra printer -paper`));
    expect(asked.split(' ')).toHaveLength(7);
    expect(asked).toMatch(/^-"paper" .*zebra printer$/);
    const many = meiliQuery(typedQuery(Array.from({ length: 99 }, (_, i) => `w${i}`).join(' ')));
    expect(many.split(' ')).toHaveLength(10);
  });
});
