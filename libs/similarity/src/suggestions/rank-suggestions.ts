import type { ArticleSuggestion } from '../ranking/article-ranker.ts';
import type { RelatedSuggestion } from '../ranking/related-ranker.ts';
import { USUAL_HALF } from './half-right.ts';
import { logOdds } from './log-odds.ts';
import type { Because, Suggestion, SuggestionKind, SuggestionSources } from './suggestion.ts';

/** How many candidates to ask each ranker for: enough for a list of ten of either kind. */
export const CANDIDATES = 20;

/** From this confidence on "probably answered" may be said. */
export const PROBABLY_ANSWERED = 0.5;

/** So many places of a block go to one kind at most, while there is anything of the other. */
const BLOCK = 5;
const MOST_OF_ONE_KIND = 3;

/** Less like than that, without a rare word in common and without anyone who points to it, it is not about the same. */
const LEAST_LIKENESS = 0.3;

/** A suggestion before it is known how sure that is in its community. */
type Scored = Omit<Suggestion, 'confidence'>;

/** What is known beside likeness moves log-odds; one "this answered me" counts as much as a duplicate. */
const WEIGHTS = { solved: 0.3, closed: -0.2, pointedTo: 0.4, found: 0.2 } as const;

/**
 * One list of topics and articles that share its places, best first, by how probable it is that somebody would point to each: by what similar
 * threads taught, by what people said since, and by what the search engine finds.
 */
export function rankSuggestions(sources: SuggestionSources, count: number): Suggestion[] {
  const hits = new Set(sources.hits?.map(({ kind, number }) => key(kind, number)));
  const articles = sources.articles.filter(saysSomething).map((one) => {
    const { answeredMe } = sources.articleFacts(one.article);
    const found = hits.has(key('ARTICLE', one.article));
    return suggestion(
      'ARTICLE',
      one.article,
      becauseOf(one, found),
      logOdds('ARTICLE', one.evidence) + said(answeredMe),
    );
  });
  const topics = sources.topics.filter(saysSomething).map((one) => {
    const { solved, open, duplicates, answeredMe } = sources.topicFacts(one.thread);
    const found = hits.has(key('TOPIC', one.thread));
    const state = (solved ? WEIGHTS.solved : 0) + (open ? 0 : WEIGHTS.closed);
    const score = logOdds('TOPIC', one.evidence) + state + said(duplicates + answeredMe);
    return suggestion('TOPIC', one.thread, becauseOf(one, found), score);
  });
  const half = sources.halfRight ?? USUAL_HALF;
  return sharePlaces([...articles, ...topics].sort(byScore), count).map((one) => ({
    ...one,
    confidence: 1 / (1 + Math.exp(half - one.score)),
  }));
}

/**
 * Of each five places one kind has three at most while there is anything of the other kind: repliers point to articles far
 * more often than to topics, so by probability alone the topic that asks the very same would stand behind all of them.
 */
function sharePlaces(ranked: readonly Scored[], count: number): Scored[] {
  const waiting = [...ranked];
  const shared: Scored[] = [];
  while (waiting.length > 0 && shared.length < count) {
    const block = shared.slice(shared.length - (shared.length % BLOCK));
    const next = waiting.findIndex(({ kind }) => block.filter((one) => one.kind === kind).length < MOST_OF_ONE_KIND);
    shared.push(...waiting.splice(Math.max(next, 0), 1));
  }
  return shared;
}

function byScore(a: Scored, b: Scored): number {
  return b.score - a.score;
}

function suggestion(kind: SuggestionKind, number: number, because: Because, logOdds: number): Scored {
  return { kind, number, score: logOdds + (because.found ? WEIGHTS.found : 0), because };
}

function becauseOf(one: ArticleSuggestion | RelatedSuggestion, found: boolean): Because {
  return { threads: one.because, words: one.words, links: one.links, likeness: one.likeness, found };
}

function saysSomething({ because, words, likeness }: ArticleSuggestion | RelatedSuggestion): boolean {
  return because.length > 0 || words.length > 0 || likeness >= LEAST_LIKENESS;
}

function said(times: number): number {
  return WEIGHTS.pointedTo * Math.log1p(times);
}

function key(kind: SuggestionKind, number: number): string {
  return `${kind}:${number}`;
}
