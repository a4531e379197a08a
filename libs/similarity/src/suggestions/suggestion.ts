import type { ArticleSuggestion } from '../ranking/article-ranker.ts';
import type { Neighbour } from '../ranking/neighbours.ts';
import type { RelatedSuggestion } from '../ranking/related-ranker.ts';

/** What is known of a topic beside what was said in it. */
export interface TopicFacts {
  readonly solved: boolean;
  /** Whether one may still answer there. */
  readonly open: boolean;
  /** How many topics were said to be the same as this one. */
  readonly duplicates: number;
  /** How many people were shown it while asking and said "this answered me". */
  readonly answeredMe: number;
}

/** What is known of an article beside what it says. */
export interface ArticleFacts {
  readonly answeredMe: number;
}

export type SuggestionKind = 'TOPIC' | 'ARTICLE';

/** What a search engine found, best first, by the numbers of the rankers. */
export interface EngineHit {
  readonly kind: SuggestionKind;
  readonly number: number;
}

/** All that is known for one text that somebody writes. */
export interface SuggestionSources {
  /** Of ArticleRanker.rank, best first. */
  readonly articles: readonly ArticleSuggestion[];
  /** Of RelatedRanker.rank, best first. */
  readonly topics: readonly RelatedSuggestion[];
  readonly topicFacts: (number: number) => TopicFacts;
  readonly articleFacts: (number: number) => ArticleFacts;
  /** What the search engine found for the same text, where it was asked. */
  readonly hits?: readonly EngineHit[];
  /** The log-odds at which half of the right ones of this community stand, where that is known. */
  readonly halfRight?: number | null;
}

/** Why something is suggested, for the sentence that says so. */
export interface Because {
  /** The similar earlier threads in which it was linked, strongest first; the nearest of all that link has weight 1. */
  readonly threads: readonly Neighbour[];
  /** The rare words that it shares with what was written, rarest first. */
  readonly words: readonly string[];
  /** How often others pointed to it. */
  readonly links: number;
  /** How like it is by what was learned, -1 to 1. */
  readonly likeness: number;
  /** Whether the search engine found it too. */
  readonly found: boolean;
}

/** A topic or an article that may make the question needless. */
export interface Suggestion {
  readonly kind: SuggestionKind;
  /** Number of the thread, or of the article. */
  readonly number: number;
  /** The log-odds that somebody would point to it; what the list is ordered by, highest first. */
  readonly score: number;
  /**
   * How sure it is that it helps, 0 to 1, by the score: .5 is where half of the right ones of its community stand. From
   * PROBABLY_ANSWERED on a card may say so.
   */
  readonly confidence: number;
  readonly because: Because;
}
