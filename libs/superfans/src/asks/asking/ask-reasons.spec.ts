import { askReasons, reasonsInWords } from './ask-reasons';

const DAY = 86_400_000;
const NOW = Date.UTC(2026, 0, 31);
const NONE = { similarAnswered: 0, answeredLately: 0, sameProduct: 0, lastReplyAt: NOW - 400 * DAY };

describe('why somebody is asked', () => {
  it('is kept no finer than it is told', () => {
    const seen = (days: number) => askReasons({ ...NONE, lastReplyAt: NOW - days * DAY }, NOW).seen;
    expect([0, 6.9, 7.1, 29, 31].map(seen)).toEqual(['THIS_WEEK', 'THIS_WEEK', 'THIS_MONTH', 'THIS_MONTH', 'BEFORE']);
    expect(askReasons({ ...NONE, similarAnswered: 3.6 }, NOW)).toEqual({
      similarAnswered: 4,
      answeredLately: 0,
      sameProduct: 0,
      seen: 'BEFORE',
    });
  });

  it('is told in words, what speaks for them most first', () => {
    const reasons = { similarAnswered: 4, answeredLately: 12, sameProduct: 1, seen: 'THIS_WEEK' } as const;
    expect(reasonsInWords(reasons, 'FIRST')).toEqual([
      'answered 4 similar questions',
      'answered 1 question about the same product',
      'answered 12 questions in the last 60 days',
      'replied here this week',
    ]);
  });

  it('always says something', () => {
    expect(reasonsInWords(askReasons(NONE, NOW), 'SECOND_TIER')).toEqual(['has helped here before']);
    expect(reasonsInWords(askReasons(NONE, NOW), 'NEWCOMER')[0]).toBe('is new here and has begun to help');
  });
});
