import type { ArticleRow, TopicRow } from '@app/community';
import type { Facets, SearchEngine } from '../engine/search-engine';

/** A topic or an article that was found and that the viewer may see, as the database has it now. */
export type FoundThing =
  { readonly kind: 'TOPIC'; readonly row: TopicRow } | { readonly kind: 'ARTICLE'; readonly row: ArticleRow };

/** A hit of a search. */
export type Hit = FoundThing & {
  /** How many hits of the engine stand before the one behind it: where a next page begins. */
  readonly next: number;
};

/** What a search found. */
export interface SearchResults {
  readonly hits: readonly Hit[];
  /** Whether there is more behind the last hit. */
  readonly more: boolean;
  /** How many hits of the engine stand before a next page. */
  readonly end: number;
  /** How many there are in all, as far as the engine knows. */
  readonly total: number;
  /** False where counting stopped: there are at least that many. */
  readonly isExact: boolean;
  readonly facets: Facets | null;
  /** The preferred engine did not answer, another one did. */
  readonly degraded: boolean;
  readonly engine: SearchEngine['name'];
  /** The words that were looked for, folded: what is highlighted. */
  readonly words: readonly string[];
}
