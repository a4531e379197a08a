import { Expectations } from './expectations';

/** Days on each of which these chances were there, one an hour from 6 o'clock on. */
function lived(days: number, values: readonly number[]): Expectations {
  const expectations = new Expectations();
  for (let day = 0; day < days; day++) {
    values.forEach((value, n) => expectations.note('bob', `${day} ${n}`, value, day + (6 + n) / 24));
  }
  return expectations;
}

describe('expectations', () => {
  it('asks for nothing special of whom nothing is known', () => {
    expect(new Expectations().threshold('bob', 5, 1.2)).toBe(0);
  });

  it('leaves as many as there are asks left', () => {
    const expectations = lived(10, [0.1, 0.5, 0.3, 0.2]);
    expect(expectations.threshold('bob', 1, 10)).toBe(0.3);
    expect(expectations.threshold('bob', 2, 10)).toBe(0.2);
    expect(expectations.threshold('bob', 4, 10)).toBe(0);
  });

  it('expects only what comes later in the day', () => {
    const expectations = lived(10, [0.1, 0.5, 0.3, 0.2]);
    expect(expectations.threshold('bob', 1, 10 + 7.5 / 24)).toBe(0.2);
    expect(expectations.threshold('bob', 1, 10 + 23 / 24)).toBe(0);
  });

  it('counts a question once a day, at its best, and days on which nothing came', () => {
    const expectations = new Expectations();
    for (const value of [0.2, 0.6, 0.4]) expectations.note('bob', 'topic', value, 0.5);
    expect(expectations.threshold('bob', 1, 1)).toBe(0);
    expectations.note('bob', 'other', 0.3, 1.5);
    expect(expectations.threshold('bob', 0, 2)).toBe(0.6);
    expect(expectations.threshold('bob', 0, 40)).toBe(0);
  });
});
