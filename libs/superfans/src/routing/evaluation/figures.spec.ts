import { mostHits } from './ceiling';
import { DayMatching } from './day-matching';
import { DayPicks } from './day-picks';
import { FirstCome } from './first-come';
import { loadFigures, type AskedPair } from './load-figures';
import { PeopleRanks } from './people-ranks';

const DAY = 86_400_000;
const MINUTE = 60_000;

describe('the ceiling under caps', () => {
  it('moves earlier questions to others where that makes room', () => {
    const questions = [
      { day: 1, memberIds: ['a', 'b'] },
      { day: 1, memberIds: ['a'] },
      { day: 1, memberIds: ['a'] },
      { day: 2, memberIds: ['a'] },
    ];
    expect(mostHits(questions, 1)).toBe(3);
    expect(mostHits(questions, 2)).toBe(4);
  });

  it('is never more than the caps allow', () => {
    const questions = Array.from({ length: 30 }, () => ({ day: 1, memberIds: ['a', 'b'] }));
    expect(mostHits(questions, 5)).toBe(10);
  });
});

describe('the figures of a load', () => {
  const ask = (topicId: string, memberId: string, at: number, answeredAt: number): AskedPair => ({
    topicId,
    memberId,
    at,
    place: memberId === 'a' ? 'FIRST' : 'NEWCOMER',
    answeredAt,
  });

  it('count as hit only who was asked before they answered', () => {
    const asks = [
      ask('t1', 'a', 0, 20 * MINUTE),
      ask('t2', 'a', 0, 2 * MINUTE),
      ask('t3', 'b', 0, Infinity),
      ask('t4', 'b', MINUTE, 0),
    ];
    expect(loadFigures(asks, ['t1', 't2', 't3', 't4'])).toMatchObject({
      hit: [1, 1, 0, 0],
      hitEarly: [1, 0, 0, 0],
      answered: [1, 1, 0, 0],
      asks: 4,
      people: 2,
      topTen: 1,
      others: 0.5,
      medianLead: 20,
    });
  });
});

describe('asking first come first served', () => {
  it('asks the best that are left of the day', () => {
    const asking = new FirstCome(1, 2);
    const answers = new Map([['c', 5]]);
    asking.ask({ topicId: 't1', at: 0 }, ['a', 'b', 'c'], undefined);
    asking.ask({ topicId: 't2', at: 1 }, ['a', 'b', 'c'], answers);
    asking.ask({ topicId: 't3', at: DAY }, ['a', 'b', 'c'], undefined);
    expect(asking.asks.map(({ topicId, memberId, answeredAt }) => [topicId, memberId, answeredAt])).toEqual([
      ['t1', 'a', Infinity],
      ['t1', 'b', Infinity],
      ['t2', 'c', 5],
      ['t3', 'a', Infinity],
      ['t3', 'b', Infinity],
    ]);
  });
});

describe('matching within a day', () => {
  it('compares what somebody answered with what they did not, day by day', () => {
    const matching = new DayMatching();
    for (let day = 0; day < 10; day++) {
      // Whole days are better than others: that is no match.
      matching.add(day, 'a', day + 0.2, true);
      matching.add(day, 'a', day + 0.1, false);
      matching.add(day, 'b', day, day < 9);
      matching.add(day, 'b', day, false);
    }
    expect(matching.figures('score', 'all', () => true)).toMatchObject({ people: 1, auc: { mean: 1 } });
    matching.add(10, 'b', 0, true);
    matching.add(10, 'b', 1, false);
    expect(matching.figures('score', 'b', (id) => id === 'b')).toMatchObject({ people: 1, auc: { mean: 0.45 } });
  });
});

describe('picking from whole days', () => {
  const seen = (topicId: string, chance: number, answered: boolean, taken = false) => ({
    topicId,
    chance,
    answered,
    taken,
  });

  it('hits as much as the chances tell the questions of a day apart', () => {
    const picks = new DayPicks(1, 1);
    picks.add(1, 'a', seen('t1', 0.4, true));
    picks.add(1, 'a', seen('t2', 0.5, false, true));
    picks.add(1, 'a', seen('t3', 0.1, true));
    picks.add(1, 'b', seen('t1', 0.4, false));
    picks.add(2, 'a', seen('t4', 0.1, true));
    const hits = new Map(picks.all().map(({ by, hits }) => [by, [...hits].sort()]));
    expect(hits.get('the chance of the router')).toEqual(['t4']);
    expect(hits.get('the chance, and who else answers before')).toEqual(['t1', 't4']);
    expect(hits.get('who answers')).toEqual(['t1', 't4']);
    expect(picks.all()[0]!.toldApart).toBe(0);
  });

  it('makes scores that tell questions apart as well as they say', () => {
    const picks = new DayPicks(5, 1);
    for (let day = 0; day < 200; day++) {
      for (let n = 0; n < 20; n++) picks.add(day, 'a', seen(`${day} ${n}`, n, n % 3 === 0));
    }
    for (const { by, toldApart } of picks.all()) {
      const auc = / AUC of (.*)/.exec(by)?.[1];
      if (auc) expect(Math.abs(toldApart - Number(auc))).toBeLessThan(0.02);
    }
    expect(picks.all().at(-1)).toMatchObject({ by: 'who answers', toldApart: 1 });
  });
});

describe('ranks of people', () => {
  it('tells where those stand who answered, by question and by person', () => {
    const ranks = new PeopleRanks('ranker', 'all');
    const people = Array.from({ length: 12 }, (_, n) => `p${n}`);
    const scores = people.map((_, n) => 12 - n);
    for (let n = 0; n < 5; n++) {
      ranks.add(people, scores, new Set(['p0', 'p11']));
      ranks.add(people, scores, new Set(['p1', 'stranger']));
    }
    ranks.add(people, scores, new Set());
    expect(ranks.figures()).toMatchObject({
      questions: 10,
      first: { mean: 0.5 },
      mrr: { mean: 0.75 },
      recall10: { mean: 0.75 },
      people: 3,
    });
    expect(ranks.figures().macro10.mean).toBeCloseTo(2 / 3);
  });
});
