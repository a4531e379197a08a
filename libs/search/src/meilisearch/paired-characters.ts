/** Scripts whose words are not parted by spaces, or hardly: what stands in them is found by pairs of characters. */
const UNPARTED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{M}ー々]+/gu;

/** Whether a text has runs that {@link pairedText} takes apart. */
export function isUnparted(text: string): boolean {
  return /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u.test(
    text,
  );
}

/**
 * A text to index: runs of unparted scripts as overlapping pairs of characters and the last one alone, so that every
 * piece of a run is found. Taken apart here, since how Meilisearch does it depends on what it was built with.
 */
export function pairedText(text: string): string {
  return replaceRuns(text, (characters) => [...pairsOf(characters), characters.at(-1) ?? '']);
}

/** A text to look for, the same way. */
export function pairedQuery(text: string): string {
  return replaceRuns(text, (characters) => (characters.length === 1 ? characters : pairsOf(characters)));
}

function replaceRuns(text: string, pieces: (characters: string[]) => string[]): string {
  if (!isUnparted(text)) return text;
  return text.replace(UNPARTED, (run) => (isUnparted(run) ? ` ${pieces(charactersOf(run)).join(' ')} ` : run));
}

/** With the marks that belong to them. */
function charactersOf(run: string): string[] {
  return run.match(/\P{M}\p{M}*|\p{M}+/gu) ?? [];
}

function pairsOf(characters: readonly string[]): string[] {
  return characters.slice(1).map((character, place) => `${characters[place] ?? ''}${character}`);
}
