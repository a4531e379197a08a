/**
 * The log-odds at which half of the right first suggestions stand where a community has not shown yet where they do: most who
 * could have pointed to something did not, so the odds that somebody does are low even where it helps.
 */
export const USUAL_HALF = -2.45;

/** So many right ones weigh as much as what is usual: a month has 30 to 60 of them, and their middle varies by chance. */
const DOUBT = 30;

/**
 * The log-odds at which half of the right ones of a community stand, between those that were seen and what is usual.
 * @param scores of first suggestions that somebody then pointed to
 */
export function halfOfTheRight(scores: readonly number[]): number {
  const sorted = scores.toSorted((a, b) => a - b);
  const middle = sorted[Math.floor(sorted.length / 2)] ?? USUAL_HALF;
  return (middle * sorted.length + USUAL_HALF * DOUBT) / (sorted.length + DOUBT);
}
