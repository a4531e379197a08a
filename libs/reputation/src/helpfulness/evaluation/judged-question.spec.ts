import { judgeQuestion } from './judged-question';

const judge = (scores: Record<string, number>): object => judgeQuestion(new Map(Object.entries(scores)), 'solver');

describe('how an order of people is judged', () => {
  it('looks at the place of whoever solved it', () => {
    expect(judge({ solver: 3, a: 2, b: 1 })).toEqual({ first: 1, pairwise: 1, reciprocal: 1 });
    expect(judge({ solver: 2, a: 3, b: 1 })).toEqual({ first: 0, pairwise: 0.5, reciprocal: 0.5 });
    expect(judge({ solver: -1, a: 3, b: 1, c: 0 })).toEqual({ first: 0, pairwise: 0, reciprocal: 0.25 });
  });

  it('breaks ties as if by lot', () => {
    expect(judge({ solver: 0, a: 0 })).toEqual({ first: 0.5, pairwise: 0.5, reciprocal: 0.75 });
    const { first, pairwise, reciprocal } = judgeQuestion(
      new Map([
        ['solver', 1],
        ['a', 2],
        ['b', 1],
        ['c', 0],
      ]),
      'solver',
    );
    expect([first, pairwise]).toEqual([0, 0.5]);
    expect(reciprocal).toBeCloseTo((1 / 2 + 1 / 3) / 2, 12);
  });
});
