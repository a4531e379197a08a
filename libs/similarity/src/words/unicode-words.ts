/** Scripts that are written without spaces between words: only their runs need the segmenter, which is slower. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
const RUNS = /[\p{L}\p{M}\p{N}]+/gu;
const segmenter = new Intl.Segmenter('und', { granularity: 'word' });

/**
 * The words of a text in any script, in order, as similarity compares them: compatibility forms folded, lower-cased, single
 * letters and digits of spaced scripts left out (they are list marks and leftovers of apostrophes).
 */
export function unicodeWords(text: string): string[] {
  const folded = text.normalize('NFKC').toLowerCase();
  const words: string[] = [];
  for (const run of folded.match(RUNS) ?? []) {
    if (!UNSPACED.test(run)) {
      if (run.length > 1) words.push(run);
      continue;
    }
    for (const { segment, isWordLike } of segmenter.segment(run)) if (isWordLike) words.push(segment);
  }
  return words;
}

/** The beginning of a text, cut between words: the first `count` parts between white space. */
export function beginningOf(text: string, count: number): string {
  let seen = 0;
  for (const { index } of text.matchAll(/\s+/g)) {
    if (index > 0 && ++seen === count) return text.slice(0, index);
  }
  return text;
}
