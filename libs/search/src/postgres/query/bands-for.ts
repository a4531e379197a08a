import { HIGHEST_WORTH, weekBand, worthBand } from '../bands';

/**
 * The bands of the worthiest and of the newest documents, about so many in all: half of them each.
 * @param counts how many documents are of each band
 */
export function bandsFor(counts: ReadonlyMap<string, number>, documents: number): string[] {
  const worths = Array.from({ length: HIGHEST_WORTH + 1 }, (_, i) => worthBand(HIGHEST_WORTH - i));
  const weeks = [...counts.keys()]
    .filter((band) => band.startsWith('#week-'))
    .sort()
    .reverse();
  return [
    ...new Set([...take(worths, counts, documents / 2), weekBand(new Date()), ...take(weeks, counts, documents / 2)]),
  ];
}

/** The first ones; where one is so large that it narrows nothing, it is left out with all behind it. */
function take(bands: readonly string[], counts: ReadonlyMap<string, number>, documents: number): string[] {
  const taken: string[] = [];
  let sum = 0;
  for (const band of bands) {
    const count = counts.get(band) ?? 0;
    if (sum >= documents || sum + count > 4 * documents) break;
    if (count > 0) taken.push(band);
    sum += count;
  }
  return taken;
}
