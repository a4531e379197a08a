/** Scripts that are written without spaces between words: only their runs need the segmenter, which is slower. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
const RUNS = /[\p{L}\p{M}\p{N}]+/gu;
/** Narrow, mathematical and ideographic spaces, and the mark of byte order. */
const OTHER_SPACES: ReadonlySet<number> = new Set([0x202f, 0x205f, 0x3000, 0xfeff]);
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
  let inSpace = true;
  // By hand: a match for each word is more memory than the text itself, and all texts of a community pass here.
  for (let place = 0; place < text.length; place++) {
    const isSpace = isWhiteSpace(text.charCodeAt(place));
    if (isSpace && !inSpace && ++seen === count) return text.slice(0, place);
    inSpace = isSpace;
  }
  return text;
}

/** White space as `\s` of regular expressions has it. */
function isWhiteSpace(unit: number): boolean {
  if (unit < 0xa0) return unit === 0x20 || (unit >= 0x09 && unit <= 0x0d);
  if (unit < 0x2000) return unit === 0xa0 || unit === 0x1680;
  return unit <= 0x200a || unit === 0x2028 || unit === 0x2029 || OTHER_SPACES.has(unit);
}
