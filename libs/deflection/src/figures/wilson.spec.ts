import { difference, wilson } from './wilson';

describe('the interval of a share', () => {
  // Newcombe 1998, tables I and II.
  it.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])('%i of %i lies between %d and %d', (hits, n, low, high) => {
    expect(wilson(hits, n)).toEqual({
      share: hits / n,
      low: expect.closeTo(low, 4),
      high: expect.closeTo(high, 4),
    });
  });

  it('is none where nothing was counted', () => {
    expect(wilson(0, 0)).toBeNull();
  });

  it.each([
    [56, 70, 48, 80, 0.2, 0.0524, 0.3339],
    [9, 10, 3, 10, 0.6, 0.1705, 0.809],
    [5, 56, 0, 29, 5 / 56, -0.0381, 0.1926],
  ])('of %i/%i less %i/%i', (a, m, b, n, share, low, high) => {
    expect(difference(wilson(a, m), wilson(b, n))).toEqual({
      share: expect.closeTo(share, 6),
      low: expect.closeTo(low, 4),
      high: expect.closeTo(high, 4),
    });
  });

  it('is none without a second share', () => {
    expect(difference(wilson(1, 2), null)).toBeNull();
  });
});
