import type { TypedQuery } from './typed-query';
import { fold } from '../words/fold';
import { synonymKey } from './mirror-record';

/** A name of several words is looked up up to this length. */
const MOST_WORDS = 3;
/** Each way to say it is searched for. */
const MOST_VARIANTS = 3;
const MOST_KEYS = 40;

/** What stands in a query that may be another word for something: of letters and digits only. */
export function synonymKeys(query: TypedQuery): string[] {
  return [...new Set(spans(query).map(({ text }) => synonymKey(text)))].slice(0, MOST_KEYS);
}

/**
 * The query said otherwise, by the names of things that have several. Synonyms are each community's own and Meilisearch
 * knows them for a whole index only, so that they are taken into the query.
 */
export function variants(query: TypedQuery, nameLists: readonly (readonly string[])[]): TypedQuery[] {
  const found: TypedQuery[] = [];
  for (const { start, end, text } of spans(query)) {
    const names = nameLists.find((list) => list.some((name) => fold(name) === fold(text))) ?? [];
    for (const name of names.filter((other) => fold(other) !== fold(text))) {
      found.push({ ...query, words: query.words.toSpliced(start, end - start, ...name.split(/\s+/)) });
    }
  }
  return found.slice(0, MOST_VARIANTS);
}

function spans({ words }: TypedQuery): { start: number; end: number; text: string }[] {
  return words.slice(0, 10).flatMap((_, start) =>
    Array.from({ length: Math.min(MOST_WORDS, words.length - start) }, (__, more) => {
      const end = start + more + 1;
      return { start, end, text: words.slice(start, end).join(' ') };
    }),
  );
}
