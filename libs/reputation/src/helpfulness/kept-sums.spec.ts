import { sumsOf, type KeptSums } from './kept-sums';

const MADE = new Date('2026-01-01T00:00:00Z');
const kept = (more: Partial<KeptSums>): KeptSums => ({
  memberId: 'm',
  scope: 'COMMUNITY',
  scopeId: 'c',
  received: 4,
  expected: 2,
  threads: 3,
  asOf: MADE,
  ...more,
});

describe('sums of help that were kept', () => {
  it('are told apart by place', () => {
    const rows = [
      kept({}),
      kept({ scope: 'PRODUCT', scopeId: 'p', received: 1 }),
      kept({ scope: 'TAG', scopeId: 't' }),
    ];
    expect(sumsOf(rows, MADE)).toEqual({
      community: { received: 4, expected: 2, threads: 3 },
      products: new Map([['p', { received: 1, expected: 2, threads: 3 }]]),
      tags: new Map([['t', { received: 4, expected: 2, threads: 3 }]]),
    });
  });

  it('have faded since: in a year to 1/e', () => {
    const { received, expected, threads } = sumsOf([kept({})], new Date('2027-01-01T00:00:00Z')).community;
    expect(received).toBeCloseTo(4 / Math.E);
    expect(expected).toBeCloseTo(2 / Math.E);
    expect(threads).toBe(3);
  });

  it('are none of whom nothing is known', () => {
    expect(sumsOf([], MADE).community).toEqual({ received: 0, expected: 0, threads: 0 });
  });
});
