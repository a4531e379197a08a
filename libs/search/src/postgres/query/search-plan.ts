import { withValue, ofKind, type Lexemes } from '../lexemes';
import type { Entry } from '../lexicon';
import type { SearchRequest } from '../../engine/search-engine';
import { bandsFor } from './bands-for';
import { phraseQuery, termQuery, termsOf, titleQuery, type Term } from './term';
import { allOf, anyOf, lexeme, noneOf } from './ts-query';
import type { KnownWords } from './vocabulary-lookup';

/** What is looked for: the words of a query as the index knows them. */
export interface LookedFor {
  readonly words: readonly Entry[];
  readonly phrases: readonly (readonly Entry[])[];
  readonly excluded: readonly (readonly Entry[])[];
  readonly open: boolean;
}

/** How well something is found: by all words at once, where they stand in a text that counts so much, or anywhere. */
export interface Level {
  /** What must be there, filters included. */
  readonly matches: string;
  /** By which words what was found is ranked: anywhere, and where the first, the second, the third weight is. */
  readonly ranks: readonly [string, string, string, string];
}

/** How a search is gone about. */
export interface SearchPlan {
  /** Of words that very many documents have, tries among the best and newest only, each wider than the one before. */
  readonly bounded: readonly string[];
  /** By all words, then by fewer and fewer, rarest kept; none finds what one before it finds. */
  readonly levels: readonly Level[];
  /** For each word, all that stands for it; and the same without corrections. */
  readonly terms: readonly string[];
  readonly exact: readonly string[];
  /** Any word. */
  readonly any: string;
  /** What is looked for, folded. */
  readonly words: readonly string[];
}

/** Of more matches not all are looked at. */
export const MOST_MATCHES = 10_000;
/** A phrase is checked in the texts themselves, which costs more. */
const MOST_PHRASE_MATCHES = 2_000;
const MOST_TERMS = 10;
const WEIGHTS = ['', 'A', 'AB', 'ABC'] as const;

/** The filters of a request by their names in the index: of each list any, and of all lists. */
export function filtersOf({ filters, kinds }: SearchRequest): string[][] {
  return [
    kinds.length === 1 ? kinds.map(ofKind) : [],
    (filters.topicKinds ?? []).map((value) => withValue('kind', value)),
    (filters.statuses ?? []).map((value) => withValue('status', value)),
    (filters.resolutions ?? []).map((value) => withValue('resolution', value)),
    (filters.productIds ?? []).map((value) => withValue('product', value)),
    (filters.tagIds ?? []).map((value) => withValue('tag', value)),
  ].filter(({ length }) => length > 0);
}

/** Makes the plan of one search; null where there is nothing to look for. */
export class SearchPlanner {
  private readonly filters: readonly string[][];

  constructor(
    private readonly lexemes: Lexemes,
    request: SearchRequest,
    private readonly known: KnownWords,
    private readonly sought: LookedFor,
  ) {
    this.filters = filtersOf(request);
  }

  plan(): SearchPlan | null {
    const terms = tellingTerms(termsOf(this.sought.words, this.known, this.sought.open));
    const phrases = this.sought.phrases.map((phrase) => phraseQuery(this.lexemes, phrase)).filter(Boolean);
    if (terms.length === 0 && phrases.length === 0) return null;
    const levels = this.levels(terms);
    return {
      bounded: this.bounded(terms, levels[0]?.matches ?? ''),
      levels,
      terms: terms.map((term) => termQuery(this.lexemes, term)),
      exact: terms.some(({ corrected }) => corrected.length > 0)
        ? terms.map((term) => termQuery(this.lexemes, term, { exact: true }))
        : [],
      any: anyOf([...terms.map((term) => termQuery(this.lexemes, term)), ...phrases]),
      words: this.words(terms),
    };
  }

  private levels(terms: readonly Term[]): Level[] {
    const levels: Level[] = [];
    let before = '';
    for (const kept of keptCounts(terms.length)) {
      const matches = this.required(terms.slice(0, kept));
      levels.push({
        matches: allOf([matches, before && noneOf([before])]),
        ranks: WEIGHTS.map((weights) => this.ranked(terms.slice(0, kept), weights)) as [string, string, string, string],
      });
      before = matches;
    }
    return levels;
  }

  private required(terms: readonly Term[]): string {
    const { phrases, excluded } = this.sought;
    return allOf([
      ...this.filters.map((any) => anyOf(any.map((name) => lexeme(this.lexemes.of(name))))),
      ...terms.map((term) => termQuery(this.lexemes, term)),
      ...phrases.map((phrase) => phraseQuery(this.lexemes, phrase)),
      noneOf(excluded.map((phrase) => phraseQuery(this.lexemes, phrase))),
    ]);
  }

  private ranked(terms: readonly Term[], weights: string): string {
    return allOf([
      ...terms.map((term) => termQuery(this.lexemes, term, { weights })),
      ...this.sought.phrases.map((phrase) => phraseQuery(this.lexemes, phrase, weights)),
    ]);
  }

  private bounded(terms: readonly Term[], all: string): string[] {
    const { bands } = this.known;
    const documents = (bands.get(ofKind('TOPIC')) ?? 0) + (bands.get(ofKind('ARTICLE')) ?? 0);
    const counts = [
      ...terms.map(({ count }) => count ?? documents / 20),
      ...this.filters.map((any) => any.reduce((sum, name) => sum + (bands.get(name) ?? 0), 0)),
    ];
    const most = this.sought.phrases.length > 0 ? MOST_PHRASE_MATCHES : MOST_MATCHES;
    const matches = Math.min(documents, ...counts);
    if (matches <= most) return [];
    const titles = Math.min(...terms.map((term) => (term.count === null ? documents : term.titles)));
    const inTitles =
      terms.length > 0 && titles <= most / 2 ? allOf(terms.map((term) => titleQuery(this.lexemes, term))) : '';
    const wanted = (most * documents) / (2 * matches);
    return [wanted, wanted * 8]
      .filter((count) => count < documents / 2)
      .map((count) => bandsFor(bands, count).map((band) => lexeme(this.lexemes.of(band))))
      .map((some) => allOf([all, anyOf([inTitles, ...some])]));
  }

  private words(terms: readonly Term[]): string[] {
    const said = terms.flatMap(({ exact, corrected, synonyms }) => [...exact, ...corrected, ...synonyms.flat()]);
    return [...new Set([...said, ...this.sought.phrases.flatMap((phrase) => phrase.map(({ word }) => word))])];
  }
}

/** The rarest that are known, rarest first; words that say nothing only where there are no others. */
function tellingTerms(terms: readonly Term[]): Term[] {
  const known = terms.filter(({ count, synonyms }) => count !== 0 || synonyms.length > 0);
  const telling = known.filter(({ stop }) => !stop);
  const rank = ({ count }: Term): number => count ?? 0;
  return (telling.length > 0 ? telling : known).toSorted((a, b) => rank(a) - rank(b)).slice(0, MOST_TERMS);
}

/** How many of the rarest words are kept, from all of them to one, in few steps. */
function keptCounts(all: number): number[] {
  const steps = [all, all - 1, Math.ceil(all * 0.67), Math.ceil(all / 2), Math.ceil(all / 3), 1];
  return [...new Set(steps.map((count) => Math.max(count, Math.min(all, 1))))].toSorted((a, b) => b - a);
}
