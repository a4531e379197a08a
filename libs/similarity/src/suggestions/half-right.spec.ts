import { halfOfTheRight, USUAL_HALF } from './half-right';

describe('halfOfTheRight', () => {
  it('is what is usual where nothing is known yet', () => {
    expect(halfOfTheRight([])).toBe(USUAL_HALF);
  });

  it('moves to the middle of those that were seen, the more of them the nearer, whatever the others are', () => {
    const around = (count: number): number[] => Array.from({ length: count }, (_, n) => (n % 3) - 1);
    expect(halfOfTheRight(around(3))).toBeCloseTo(USUAL_HALF * (30 / 33));
    expect(halfOfTheRight(around(30))).toBeCloseTo(USUAL_HALF / 2);
    expect(halfOfTheRight(around(30_000))).toBeCloseTo(0, 1);
    expect(halfOfTheRight([...around(29), 1e6])).toBeCloseTo(halfOfTheRight(around(30)));
  });
});
