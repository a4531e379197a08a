import { halfOfTheRight, USUAL_HALF } from '../suggestions/half-right';
import type { Suggestion } from '../suggestions/suggestion';
import type { History } from './history';
import { linkedLately } from './past-examples';
import { PastHalf } from './past-half';

const DAY = 86_400_000;

/** A question a day; two days later somebody points to an article in it. */
const history: History = {
  threads: Array.from({ length: 60 }, (_, day) => ({
    id: `topic${day}`,
    at: day * DAY,
    author: `asker${day}`,
    title: 'printer',
    body: '',
    replies: [],
  })),
  articles: [{ id: 'article', title: 'Printing', text: '' }],
  articleLinks: Array.from({ length: 60 }, (_, from) => ({ at: (from + 2) * DAY, from, to: 0 })),
  threadLinks: [],
};

function first(score: number, number = 0): Suggestion {
  const because = { threads: [], words: [], links: 1, likeness: 0, found: false };
  return { kind: 'ARTICLE', number, score, confidence: 0, because };
}

describe('where half of the right ones stood', () => {
  it('goes by those of the month before to which somebody had pointed by then', () => {
    const half = new PastHalf(history);
    expect(half.at(0)).toBe(USUAL_HALF);
    for (let day = 0; day < 10; day++) half.suggested(day, first(day));
    expect(half.at(1.5 * DAY)).toBe(USUAL_HALF);
    expect(half.at(5.5 * DAY)).toBe(halfOfTheRight([0, 1, 2, 3]));
    expect(half.at(35 * DAY)).toBe(halfOfTheRight([5, 6, 7, 8, 9]));
    expect(half.at(80 * DAY)).toBe(USUAL_HALF);
  });

  it('does not go by what nobody pointed to', () => {
    const half = new PastHalf(history);
    half.suggested(3, first(8, 1));
    expect(half.at(20 * DAY)).toBe(USUAL_HALF);
  });

  it('is measured on topics that nothing was learned from', () => {
    const measured = [...linkedLately(history, 40 * DAY)];
    expect([Math.min(...measured), Math.max(...measured)]).toEqual([10, 37]);
  });
});
