import { spanOfWeek, weekBand, worthBand } from '../bands';
import { bandsFor } from './bands-for';

describe('bands', () => {
  const week = (n: number): string => weekBand(new Date(Date.UTC(2026, 0, 1 + 7 * n)));
  const counts = new Map([
    [worthBand(0), 900],
    [worthBand(3), 60],
    [worthBand(7), 30],
    ...Array.from({ length: 20 }, (_, n): [string, number] => [week(n), 50]),
  ]);

  it('are those of the worthiest and of the newest documents, about as many as wanted', () => {
    const bands = bandsFor(counts, 200);
    expect(bands).toEqual(expect.arrayContaining([worthBand(7), worthBand(3)]));
    expect(bands).not.toContain(worthBand(0));
    for (const [n, wanted] of [
      [19, true],
      [18, true],
      [10, false],
    ] as const)
      expect(bands.includes(week(n)) || bands.includes(spanOfWeek(week(n)))).toBe(wanted);
  });

  it('name the weeks of a whole span once', () => {
    const bands = bandsFor(counts, 1_600);
    expect(bands.filter((band) => band.startsWith('#week')).length).toBeLessThan(9);
    expect(bands.some((band) => band.startsWith('#wspan'))).toBe(true);
  });

  it('have the present week among them, though nobody counted it yet', () => {
    expect(bandsFor(new Map(), 100)).toEqual([weekBand(new Date())]);
  });
});
