import type { ArticleSuggestion } from '../ranking/article-ranker';
import type { RelatedSuggestion } from '../ranking/related-ranker';
import { USUAL_HALF } from './half-right';
import { rankSuggestions } from './rank-suggestions';
import type { Evidence } from './evidence';
import type { SuggestionSources, TopicFacts } from './suggestion';

const PLAIN: TopicFacts = { solved: false, open: true, duplicates: 0, answeredMe: 0 };

function evidence(score: number): Evidence {
  return {
    basis: 'LEARNED',
    score,
    votes: 1,
    lately: 0.1,
    ever: 0.1,
    anything: 0.2,
    nearest: 0.4,
    likeness: 0.4,
    text: 1,
  };
}

function topic(thread: number, score: number): RelatedSuggestion {
  return { thread, score, likeness: 0.5, links: 0, because: [], words: ['spooler'], evidence: evidence(score) };
}

function article(number: number, score: number): ArticleSuggestion {
  const because = [{ thread: 7, weight: 1 }];
  return { article: number, score, likeness: 0.4, links: 3, because, words: [], evidence: evidence(score) };
}

function sources(given: Partial<SuggestionSources>): SuggestionSources {
  return { articles: [], topics: [], topicFacts: () => PLAIN, articleFacts: () => ({ answeredMe: 0 }), ...given };
}

describe('rankSuggestions', () => {
  it('puts topics and articles into one list, each with its reasons', () => {
    const ranked = rankSuggestions(sources({ articles: [article(0, 1)], topics: [topic(4, 2), topic(5, 0.1)] }), 2);
    expect(ranked).toMatchObject([
      { kind: 'TOPIC', number: 4, because: { threads: [], words: ['spooler'], links: 0, likeness: 0.5, found: false } },
      { kind: 'ARTICLE', number: 0, because: { threads: [{ thread: 7, weight: 1 }], links: 3, likeness: 0.4 } },
    ]);
  });

  it.each([
    ['solved before open', { solved: true }],
    ['what others were sent to', { duplicates: 2 }],
    ['what answered others', { answeredMe: 1 }],
  ])('prefers %s', (_, better) => {
    const topicFacts = (number: number): TopicFacts => (number === 2 ? { ...PLAIN, ...better } : PLAIN);
    const [first] = rankSuggestions(sources({ topics: [topic(1, 1), topic(2, 1)], topicFacts }), 5);
    expect(first?.number).toBe(2);
  });

  it('prefers what the search engine finds too, and says so', () => {
    const [first] = rankSuggestions(
      sources({ topics: [topic(1, 1), topic(2, 1)], hits: [{ kind: 'TOPIC', number: 2 }] }),
      5,
    );
    expect(first).toMatchObject({ number: 2, because: { found: true } });
  });

  it('leaves out what has nothing in common with the question', () => {
    const other = { ...topic(1, 1), likeness: 0.1, words: [] };
    expect(rankSuggestions(sources({ topics: [other] }), 5)).toEqual([]);
    expect(rankSuggestions(sources({ topics: [{ ...other, words: ['spooler'] }] }), 5)).toHaveLength(1);
  });

  it('gives two of five places to the other kind, however much more probable the one is', () => {
    const articles = [1, 2, 3, 4, 5, 6, 7, 8].map((number) => article(number, 9 - number / 10));
    const ranked = rankSuggestions(sources({ articles, topics: [topic(1, -3), topic(2, -4), topic(3, -5)] }), 10);
    expect(ranked.map(({ kind, number }) => kind.charAt(0) + number).join(' ')).toBe('A1 A2 A3 T1 T2 A4 A5 A6 T3 A7');
  });

  it('is as sure as one half where half of the right ones of the community stand', () => {
    const topics = [topic(1, 1)];
    const confidence = (halfRight: number | null): number | undefined =>
      rankSuggestions(sources({ topics, halfRight }), 5)[0]?.confidence;
    const score = rankSuggestions(sources({ topics }), 5)[0]?.score ?? NaN;
    expect(confidence(score)).toBe(0.5);
    expect(confidence(score + 1)).toBeLessThan(0.5);
    expect(confidence(score - 1)).toBeGreaterThan(0.5);
    expect(confidence(null)).toBe(confidence(USUAL_HALF));
  });

  it('has nothing to say where nothing is known', () => {
    expect(rankSuggestions(sources({}), 5)).toEqual([]);
  });
});
