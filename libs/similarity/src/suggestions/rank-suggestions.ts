import type { ArticleSuggestion } from '../ranking/article-ranker.ts';
import type { RelatedSuggestion } from '../ranking/related-ranker.ts';
import type { Suggestion, SuggestionKind, SuggestionSources } from './suggestion.ts';

/** How many candidates to ask each ranker for: enough for a list of ten of either kind. */
export const CANDIDATES = 20;

/** From this confidence on "probably answered" may be said. */
export const PROBABLY_ANSWERED = 0.5;

/** What is known beside likeness moves log-odds; one "this answered me" counts as much as a duplicate. */
const WEIGHTS = { solved: 0.3, closed: -0.2, pointedTo: 0.4, found: 0.2 } as const;

/** One list of topics and articles, best first: what similar threads taught, then what people said since, and what is found. */
export function rankSuggestions(sources: SuggestionSources, count: number): Suggestion[] {
  const found = new Set(sources.hits?.map(({ kind, number }) => key(kind, number)));
  const articles = sources.articles.map((one) => ofArticle(one, sources, found.has(key('ARTICLE', one.article))));
  const topics = sources.topics.map((one) => ofTopic(one, sources, found.has(key('TOPIC', one.thread))));
  return [...articles, ...topics].sort((a, b) => b.score - a.score).slice(0, count);
}

function ofArticle(one: ArticleSuggestion, { articleFacts }: SuggestionSources, found: boolean): Suggestion {
  const { answeredMe } = articleFacts(one.article);
  const score = one.score - 1 + WEIGHTS.pointedTo * Math.log1p(answeredMe) + (found ? WEIGHTS.found : 0);
  const because = {
    threads: one.because,
    words: one.words,
    links: one.links,
    likeness: one.likeness,
    found,
  };
  return { kind: 'ARTICLE', number: one.article, score, confidence: probability(score), because };
}

function ofTopic(one: RelatedSuggestion, { topicFacts }: SuggestionSources, found: boolean): Suggestion {
  const { solved, open, duplicates, answeredMe } = topicFacts(one.thread);
  const score =
    one.score -
    1 +
    (solved ? WEIGHTS.solved : 0) +
    (open ? 0 : WEIGHTS.closed) +
    WEIGHTS.pointedTo * Math.log1p(duplicates + answeredMe) +
    (found ? WEIGHTS.found : 0);
  const because = {
    threads: one.because,
    words: one.words,
    links: one.links,
    likeness: one.likeness,
    found,
  };
  return { kind: 'TOPIC', number: one.thread, score, confidence: probability(score), because };
}

function key(kind: SuggestionKind, number: number): string {
  return `${kind}:${number}`;
}

function probability(logOdds: number): number {
  return 1 / (1 + Math.exp(-logOdds));
}
