import { fold } from '../words/fold';

/** Around what matched; characters for private use, which nobody types. */
export const MATCH_START = '\ue000';
export const MATCH_END = '\ue001';

/** Enough to highlight by. */
const MOST = 50;
/** The end of a match, and the rest of its word: of half a word, the whole one is what was found. */
const MATCH = /\ue000([^\ue000\ue001]*)\ue001([\p{L}\p{N}\p{M}]*)/gu;
const WORD = /[\p{L}\p{N}\p{M}]+/gu;

/** The words that texts with marked matches were found by, folded, the most frequent first. */
export function matchedWords(texts: Iterable<string>): string[] {
  const counts = new Map<string, number>();
  for (const text of texts) {
    for (const [, match = '', end = ''] of text.matchAll(MATCH)) {
      for (const word of fold(`${match}${end}`).match(WORD) ?? []) counts.set(word, (counts.get(word) ?? 0) + 1);
    }
  }
  return [...counts]
    .toSorted(([, left], [, right]) => right - left)
    .slice(0, MOST)
    .map(([word]) => word);
}
