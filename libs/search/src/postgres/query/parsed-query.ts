import { typedWordsOf } from '../../words/words-of';

/** Of a longer text, this much is read. */
const LONGEST = 10_000;
/** Of many words, so many are looked up in the vocabulary: of them the rarest are then looked for. */
const MOST_WORDS = 200;
const MOST_PHRASES = 5;
const MOST_EXCLUDED = 10;
const LONGEST_PHRASE = 12;
/** A phrase in quotes, the last one perhaps still being typed, or what stands between blanks; either may be excluded. */
const PARTS = /(?<=^|\s)(-?)(?:"([^"]*)(?:"|$)|([^\s"]+))|"([^"]*)(?:"|$)|([^\s"]+)/g;
const QUOTES = /[“”„‟«»＂]/g;

/** What somebody typed, taken apart. Words are in lower case, with their accents. */
export interface ParsedQuery {
  /** Each once, in order. */
  readonly words: readonly string[];
  readonly phrases: readonly (readonly string[])[];
  readonly excluded: readonly (readonly string[])[];
  /** Whether the last of the words may be half a word. */
  readonly open: boolean;
}

/** Takes apart what was typed: words, "phrases", -exclusions and -"excluded phrases". */
export function parseQuery(text: string): ParsedQuery {
  const words = new Set<string>();
  const phrases: string[][] = [];
  const excluded: string[][] = [];
  let last: string | null = null;
  for (const [, minus, signedPhrase, signedPart, phrase, part] of text
    .slice(0, LONGEST)
    .replace(QUOTES, '"')
    .matchAll(PARTS)) {
    const quoted = signedPhrase ?? phrase;
    const found = typedWordsOf(quoted ?? signedPart ?? part ?? '');
    if (found.length === 0) continue;
    last = null;
    if (minus) excluded.push(found.slice(0, LONGEST_PHRASE));
    else if (quoted !== undefined && found.length > 1) phrases.push(found.slice(0, LONGEST_PHRASE));
    else for (const word of found) last = add(words, word);
  }
  return {
    words: [...words],
    phrases: phrases.slice(0, MOST_PHRASES),
    excluded: excluded.slice(0, MOST_EXCLUDED),
    open: last !== null && [...words].at(-1) === last && /[\p{L}\p{M}\p{N}]$/u.test(text.slice(0, LONGEST)),
  };
}

function add(words: Set<string>, word: string): string {
  if (words.size < MOST_WORDS) words.add(word);
  return word;
}
