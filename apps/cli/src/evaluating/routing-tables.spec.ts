import type { RoutingStandings } from '@app/superfans';
import { routingTables } from './routing-tables';

const figure = { mean: 0.25, low: 0.2, high: 0.3 };
const standings: RoutingStandings = {
  questions: 10,
  answered: 8,
  ceiling: 0.7,
  caps: [
    {
      policy: 'the policy',
      asks: 12,
      hit: figure,
      hitEarly: figure,
      yield: figure,
      topTen: 0.6,
      others: 0.3,
      people: 5,
      medianLead: 34.4,
    },
  ],
  dayPicks: [{ by: 'the chance of the router', toldApart: 0.65, hit: figure }],
  rankings: [
    {
      ranker: 'the router',
      part: 'all',
      questions: 8,
      first: figure,
      mrr: figure,
      recall10: figure,
      people: 2,
      macro10: figure,
    },
  ],
  matches: [{ score: 'match', part: 'all', people: 2, auc: figure }],
  model: {
    match: { weights: [], intercept: 0 },
    chance: { weights: [], intercept: 0 },
    presence: { weights: [], intercept: 0 },
    here: { weights: [], intercept: 0 },
  },
};

describe('the tables of routing', () => {
  it('tell every figure with its range and from how much it comes', () => {
    const text = routingTables(standings);
    expect(text).toContain('10 questions, 8 answered; at most 5 asks a person a day, 5 a question: .700 could be hit.');
    expect(text).toContain(
      '| the policy | 12 | .250 (.200 to .300) | .250 (.200 to .300) | .250 (.200 to .300) | .600 | .300 | 5 | 34 |',
    );
    expect(text).toContain('| the chance of the router | .650 | .250 (.200 to .300) |');
    expect(text).toContain('| the router | all | 8 |');
    expect(text).toContain('| match | all | 2 | .250 (.200 to .300) |');
  });
});
