import { HIGHEST_WORTH, spanOfWeek, weekBand, worthBand } from '../bands';

type Counts = ReadonlyMap<string, number>;

/**
 * The bands of the worthiest and of the newest documents, about so many in all: half of them each.
 * @param counts how many documents are of each band
 */
export function bandsFor(counts: Counts, documents: number): string[] {
  const worths = Array.from({ length: HIGHEST_WORTH + 1 }, (_, i) => worthBand(HIGHEST_WORTH - i));
  // This week may have come after the last count.
  return [...new Set([...take(worths, counts, documents / 2), weekBand(new Date()), ...newest(counts, documents / 2)])];
}

/** The newest weeks; those of a span that is wanted whole, by the span. */
function newest(counts: Counts, documents: number): string[] {
  const weeks = [...counts.keys()].filter((band) => band.startsWith('#week-'));
  const taken = take(weeks.toSorted().toReversed(), counts, documents);
  const whole = (span: string): boolean => weeks.every((week) => spanOfWeek(week) !== span || taken.includes(week));
  return taken.map((week) => (whole(spanOfWeek(week)) ? spanOfWeek(week) : week));
}

/** The first ones; where one is so large that it narrows nothing, it is left out with all behind it. */
function take(bands: readonly string[], counts: Counts, documents: number): string[] {
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
