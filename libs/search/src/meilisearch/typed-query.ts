import { pairedQuery } from './paired-characters';

/** Meilisearch looks for ten words of a query and drops the rest. */
const MAX_WORDS = 10;
const MAX_PHRASES = 5;
const MAX_EXCLUSIONS = 10;
/** What follows would cost and not help. */
const MAX_LENGTH = 10_000;

const PART = /(?<=^|\s)(-?)"([^"]*)"(?=$|\s)|(\S+)/gu;

/** What somebody typed, taken apart: words, "phrases", -exclusions. */
export interface TypedQuery {
  readonly words: readonly string[];
  readonly phrases: readonly string[];
  readonly exclusions: readonly string[];
}

/** Never fails: what is none of the signs is words. */
export function typedQuery(text: string): TypedQuery {
  const query = { words: [] as string[], phrases: [] as string[], exclusions: [] as string[] };
  for (const [, minus, quoted, bare] of text.slice(0, MAX_LENGTH).toWellFormed().matchAll(PART)) {
    if (quoted !== undefined) (minus ? query.exclusions : query.phrases).push(plain(quoted));
    else if (bare !== undefined && /^-[\p{L}\p{N}]/u.test(bare)) query.exclusions.push(plain(bare));
    else query.words.push(...plain(bare ?? '').split(' '));
  }
  const some = (list: string[], most: number): string[] =>
    list.filter((entry) => /[\p{L}\p{N}]/u.test(entry)).slice(0, most);
  return {
    words: some(query.words, Number.POSITIVE_INFINITY),
    phrases: some(query.phrases, MAX_PHRASES),
    exclusions: some(query.exclusions, MAX_EXCLUSIONS),
  };
}

/**
 * The query as Meilisearch reads it. Exclusions come first, since it reads no further than the last word it looks for,
 * and the word that may be half a word comes last.
 */
export function meiliQuery({ words, phrases, exclusions }: TypedQuery): string {
  const quoted = (text: string): string => `"${pairedQuery(text).trim()}"`;
  return [
    ...exclusions.map((exclusion) => `-${quoted(exclusion)}`),
    ...phrases.map(quoted),
    ...fewWords(words, MAX_WORDS - phrases.length),
  ].join(' ');
}

/** Of long texts the tellingest words, in their order: those that they repeat least, then the longest. */
function fewWords(words: readonly string[], most: number): string[] {
  const pieces = words.flatMap((word) => pairedQuery(word).trim().split(/\s+/));
  if (pieces.length <= most) return pieces;
  const counts = new Map<string, number>();
  for (const piece of pieces) counts.set(piece, (counts.get(piece) ?? 0) + 1);
  const telling = [...counts]
    .toSorted(([left, often], [right, oftener]) => often - oftener || right.length - left.length)
    .slice(0, most)
    .map(([piece]) => piece);
  return [...counts.keys()].filter((piece) => telling.includes(piece));
}

/** Without the signs that mean something to Meilisearch. */
function plain(text: string): string {
  return text
    .replace(/[\p{Cc}"“”„«»]+/gu, ' ')
    .replace(/(?<=^|\s)-+/gu, '')
    .replace(/\s+/gu, ' ')
    .trim();
}
