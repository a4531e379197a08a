import { carriedBy } from './carry';

const people = (...solved: number[]) =>
  solved.map((count, place) => ({ communityId: 'c', memberId: `m${place}`, solved: count }));
const numbers = { byStaff: 0, byNobody: 0 };

describe('what superfans carry', () => {
  it('is the share of the top 1, 3 and 10 %, one person at least', () => {
    const { shares } = carriedBy({
      ...numbers,
      answerers: 100,
      total: 200,
      carriers: people(40, 20, 10, 5, ...Array<number>(25).fill(1)),
    });
    expect(shares).toEqual([
      { percent: 1, people: 1, solved: 40, share: 0.2 },
      { percent: 3, people: 3, solved: 70, share: 0.35 },
      { percent: 10, people: 10, solved: 81, share: 0.405 },
    ]);
    const [one] = carriedBy({ ...numbers, answerers: 3, total: 4, carriers: people(2) }).shares;
    expect(one).toEqual({ percent: 1, people: 1, solved: 2, share: 0.5 });
  });

  it('tells the fewest without whom a tenth would be open', () => {
    const factor = (total: number, ...solved: number[]): number | null =>
      carriedBy({ ...numbers, answerers: 50, total, carriers: people(...solved) }).busFactor;
    expect(factor(100, 10, 1)).toBe(1);
    expect(factor(100, 9, 1)).toBe(2);
    expect(factor(100, 3, 3, 3, 1)).toBe(4);
    // Staff solved almost all: even all members together carry less than a tenth.
    expect(factor(100, 3, 3)).toBeNull();
  });

  it('says nothing where nothing was solved or nobody answered', () => {
    expect(carriedBy({ ...numbers, answerers: 0, total: 0, carriers: [] })).toEqual({
      shares: [1, 3, 10].map((percent) => ({ percent, people: 0, solved: 0, share: null })),
      busFactor: null,
    });
  });
});
