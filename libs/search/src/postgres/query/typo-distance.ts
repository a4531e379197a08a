/** How many typos a word may have: none in short ones, nor where there are digits. */
export function typosAllowed(word: string): number {
  if (/\p{N}/u.test(word)) return 0;
  const length = Array.from(word).length;
  if (length < 4) return 0;
  return length < 8 ? 1 : 2;
}

/**
 * How many letters must be put in, left out, changed or swapped with their neighbour to make one word of another. People
 * rarely mistype the first letter: that counts twice.
 */
export function typosBetween(typed: string, word: string): number {
  return distance(Array.from(typed), Array.from(word));
}

/** The same between what was typed so far and how a word begins; a whole word comes before a longer one. */
export function typosOfBeginning(typed: string, word: string): number {
  const letters = Array.from(typed);
  const whole = Array.from(word);
  let least = distance(letters, whole);
  for (let end = letters.length - 1; end <= letters.length + 1; end++) {
    if (end > 0 && end < whole.length) least = Math.min(least, distance(letters, whole.slice(0, end)) + 0.5);
  }
  return least;
}

function distance(a: readonly string[], b: readonly string[]): number {
  const first = a[0] === b[0] ? 0 : 1;
  let before: number[] = [];
  let above = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      row.push(
        Math.min(
          (above[j] ?? 0) + 1,
          (row[j - 1] ?? 0) + 1,
          (above[j - 1] ?? 0) + same,
          swapped ? (before[j - 2] ?? 0) + 1 : Infinity,
        ),
      );
    }
    before = above;
    above = row;
  }
  return (above[b.length] ?? 0) + first;
}
