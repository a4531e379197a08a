import type { HelpStanding } from '@app/reputation';
import { helpFigures } from './help-figures';
import { helpfulnessTables } from './helpfulness-tables';

const standing = (ranker: string, firsts: readonly number[]): HelpStanding => ({
  ranker,
  questions: firsts.map((first) => ({ first, pairwise: first, reciprocal: (1 + first) / 2 })),
  nextYear: { people: 7, ndcg50: 0.5, spearman: -0.25 },
});

describe('figures of helpfulness', () => {
  const vanity = standing('vanity sum 10/15', [1, 0, 0, 1]);
  const ours = standing('helpfulness', [1, 1, 0, 1]);

  it('compare question by question with the vanity sum, and repeat for the same seed', () => {
    const [first, second] = helpFigures([vanity, ours], 1);
    expect(first?.gain.first).toEqual({ mean: 0, low: 0, high: 0 });
    expect(second).toMatchObject({
      n: 4,
      first: { mean: 0.75 },
      reciprocal: { mean: 0.875 },
      gain: { first: { mean: 0.25 } },
    });
    expect(second!.gain.first.low).toBeGreaterThanOrEqual(0);
    expect(helpFigures([vanity, ours], 1)[1]).toEqual(second);
  });

  it('stand in a table, without the next year where nobody was known', () => {
    const table = helpfulnessTables(helpFigures([vanity, { ...ours, nextYear: null }], 1));
    expect(table.split('\n')[0]).toBe(
      '4 questions that one of several people solved; 7 people in the order of the next year',
    );
    expect(table).toMatch(/\| vanity sum 10\/15 \| \.500 .* \| \.500 \| -\.250 \|/);
    expect(table).toMatch(/\| helpfulness \| \.750 .* \|  \|  \|$/m);
    expect(helpfulnessTables([])).toMatch(/^0 questions/);
  });
});
