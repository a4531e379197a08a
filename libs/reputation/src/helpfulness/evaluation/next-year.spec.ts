import type { HelpHistory } from './help-history';
import { agreement, helpAfter } from './next-year';

const DAY = 24 * 60 * 60_000;
const votes = (up: number): { day: null; up: number; down: number }[] => [{ day: null, up, down: 0 }];

describe('the year after', () => {
  it('counts what solved and what was liked, of answers of that year only', () => {
    const answer = (id: string, authorId: string, day: number, up = 0): HelpHistory['threads'][0]['answers'][0] => ({
      id,
      authorId,
      at: day * DAY,
      votes: votes(up),
    });
    const thread = { id: 't', askerId: 'x', at: 0, productIds: [], tagIds: [] };
    const answers = [
      answer('1', 'ann', 99, 9),
      answer('2', 'ann', 101, 3),
      answer('3', 'ben', 102, 2),
      answer('4', 'cid', 466, 9),
    ];
    const confirmations = [
      { at: 999 * DAY, kind: 'SOLVED' as const, answerId: '2', stars: 10 },
      { at: 999 * DAY, kind: 'STAR' as const, answerId: '3', stars: 0 },
      { at: 0, kind: 'SOLVED' as const, answerId: '1', stars: 10 },
    ];
    const help = helpAfter({ threads: [{ ...thread, answers }], confirmations }, 100 * DAY);
    expect(Object.fromEntries(help)).toEqual({ ann: 3, ben: 1 });
  });

  it('agrees wholly with itself, not at all with its contrary, and by half with no order', () => {
    const help = new Map([
      ['a', 4],
      ['b', 3],
      ['c', 0],
      ['d', 1],
    ]);
    const contrary = new Map([...help].map(([id, worth]) => [id, -worth]));
    expect(agreement(help, help)).toEqual({ people: 4, ndcg50: 1, spearman: 1 });
    expect(agreement(contrary, help).spearman).toBeCloseTo(-1, 12);
    const none = agreement(new Map([...help.keys()].map((id) => [id, 7])), help);
    expect(none.spearman).toBe(0);
    expect(none.ndcg50).toBeGreaterThan(agreement(contrary, help).ndcg50);
    expect(none.ndcg50).toBeLessThan(1);
  });
});
