/** Scripts that are written without spaces between words. */
const UNSPACED = /[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Thai}\p{scx=Lao}\p{scx=Khmer}\p{scx=Myanmar}]/u;
const UNSPACED_RUNS =
  /[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Thai}\p{scx=Lao}\p{scx=Khmer}\p{scx=Myanmar}]+/gu;
const RUNS = /[\p{L}\p{M}\p{N}]+/gu;
const PLAIN_RUNS = /[a-z0-9]+/g;
const BEYOND_ASCII = /[^\0-\x7f]/;

/** Longer words are cut: nobody types them to the end. */
export const LONGEST_WORD = 40;

/** Whether a word is written in a script without spaces: it is then a pair of letters, or a single one. */
export function isUnspaced(word: string): boolean {
  return BEYOND_ASCII.test(word) && UNSPACED.test(word);
}

/** Each two neighbouring letters; the last one also by itself, so that each letter begins something. */
function letterPairs(run: string): string[] {
  const letters = Array.from(run);
  return letters.map((letter, i) => letter + (letters[i + 1] ?? ''));
}

/** The pairs only: who looks for two letters does not look for the second one. Of a single letter, itself. */
function wholePairs(run: string): string[] {
  const pairs = letterPairs(run);
  return pairs.length > 1 ? pairs.slice(0, -1) : pairs;
}

/**
 * The words of a text in any script, in order, in lower case with their accents, for those tell a stemmer apart what is
 * what. Of scripts without spaces, pairs of letters.
 * @param most after so many it ends
 */
export function wordsOf(text: string, most = Infinity): string[] {
  return split(text, most, letterPairs);
}

/** The words that somebody looks for. See {@link wordsOf}. */
export function typedWordsOf(text: string): string[] {
  return split(text, Infinity, wholePairs);
}

function split(text: string, most: number, pairs: (run: string) => string[]): string[] {
  if (!BEYOND_ASCII.test(text)) return cut(text.toLowerCase().match(PLAIN_RUNS) ?? [], most);
  const words: string[] = [];
  for (const [run] of text.normalize('NFKC').toLowerCase().matchAll(RUNS)) {
    if (words.length >= most) break;
    if (isUnspaced(run)) words.push(...mixed(run, pairs));
    else words.push(run);
  }
  return cut(words, most);
}

function mixed(run: string, pairs: (run: string) => string[]): string[] {
  const words: string[] = [];
  let end = 0;
  for (const match of run.matchAll(UNSPACED_RUNS)) {
    if (match.index > end) words.push(run.slice(end, match.index));
    words.push(...pairs(match[0]));
    end = match.index + match[0].length;
  }
  if (end < run.length) words.push(run.slice(end));
  return words;
}

function cut(words: string[], most: number): string[] {
  if (words.length > most) words.length = most;
  for (let i = 0; i < words.length; i++) {
    const word = words[i] as string;
    if (word.length > LONGEST_WORD) words[i] = word.slice(0, LONGEST_WORD).toWellFormed().replaceAll('\ufffd', '');
  }
  return words;
}
