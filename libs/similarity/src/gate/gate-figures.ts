/** How a version did on the links of the last month, beside the one that served then. */
export interface GateFigures {
  /** Topics of the last month in which someone pointed to an article or a topic. */
  readonly questions: number;
  /** Mean of 1 by the place of the first right one, 0 where it is not among the first ten. */
  readonly meanReciprocalRank: number;
  /** Share of questions with a right one among the first five. */
  readonly hitAt5: number;
  /** The same of the version in use; null where there was none. */
  readonly before: { readonly meanReciprocalRank: number; readonly hitAt5: number } | null;
  /** Standard error of the difference of the mean reciprocal ranks, paired by question; null without a version before. */
  readonly standardError: number | null;
}

/** What the gate has to say of a version. */
export interface GateMeasures {
  readonly figures: GateFigures;
  /** The log-odds at which half of its right first suggestions stand. */
  readonly halfRight: number;
}
