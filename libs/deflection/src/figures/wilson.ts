/** A share with the range that it lies in 95 times of 100, by what was counted. */
export interface ShareEstimate {
  readonly share: number;
  readonly low: number;
  readonly high: number;
}

/** The 97.5th percentile of the normal distribution. */
const Z = 1.959964;

/** The share `hits` of `n` with Wilson's score interval; null where nothing was counted. */
export function wilson(hits: number, n: number): ShareEstimate | null {
  if (n <= 0) return null;
  const share = hits / n;
  const middle = (share + (Z * Z) / (2 * n)) / (1 + (Z * Z) / n);
  const half = (Z / (1 + (Z * Z) / n)) * Math.sqrt((share * (1 - share)) / n + (Z * Z) / (4 * n * n));
  return { share, low: Math.max(0, middle - half), high: Math.min(1, middle + half) };
}

/** By how much the first share is above the second one, with Newcombe's interval out of Wilson's; null without either. */
export function difference(first: ShareEstimate | null, second: ShareEstimate | null): ShareEstimate | null {
  if (!first || !second) return null;
  const share = first.share - second.share;
  return {
    share,
    low: share - Math.hypot(first.share - first.low, second.high - second.share),
    high: share + Math.hypot(first.high - first.share, second.share - second.low),
  };
}
