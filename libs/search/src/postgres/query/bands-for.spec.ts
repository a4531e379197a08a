import { weekBand, worthBand } from '../bands';
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
    expect(bands).toEqual(expect.arrayContaining([worthBand(7), worthBand(3), week(19), week(18)]));
    expect(bands).not.toContain(worthBand(0));
    expect(bands).not.toContain(week(10));
  });

  it('have the present week among them, though nobody counted it yet', () => {
    expect(bandsFor(new Map(), 100)).toEqual([weekBand(new Date())]);
  });
});
