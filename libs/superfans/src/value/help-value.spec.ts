import { USUAL_ASSUMPTIONS, valueOf } from './help-value';

describe('the value of help', () => {
  it('is a range, each end with its own assumptions', () => {
    expect(valueOf({ solved: 100, solvedViews: 10_000 }, USUAL_ASSUMPTIONS)).toEqual({
      low: 100 * 0.25 * 5,
      mid: (100 + 250) * 0.5 * 8,
      high: (100 + 500) * 15,
    });
  });

  it('can be less than the programme costs', () => {
    expect(valueOf({ solved: 0, solvedViews: 0 }, { ...USUAL_ASSUMPTIONS, programmeCost: 50 })).toEqual({
      low: -50,
      mid: -50,
      high: -50,
    });
  });
});
