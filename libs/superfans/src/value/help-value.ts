import type { Window } from '@app/kernel';

/** What something may be: carefully, likely, and at the most. */
export interface ValueRange {
  readonly low: number;
  readonly mid: number;
  readonly high: number;
}

/** What the value of help takes for granted; everything can be said otherwise. */
export interface ValueAssumptions {
  /** What one contact with support costs, in whatever currency. */
  readonly contactCost: ValueRange;
  /** How many of those whose question was solved would have turned to support instead, 0 to 1. */
  readonly contactShare: ValueRange;
  /** How many of those who looked at a solved topic found their answer there, 0 to 1. */
  readonly viewShare: ValueRange;
  /** What the programme for superfans cost within the window. */
  readonly programmeCost: number;
}

/** What was counted within the window. */
export interface ValueCounts {
  readonly solved: number;
  /** Views of these topics while they were solved. */
  readonly solvedViews: number;
}

/** What help was worth, as a range: never one number. */
export interface HelpValue extends Window, ValueCounts, ValueRange {
  readonly communityId: string;
  /** Whose help; null for that of all members. */
  readonly memberId: string | null;
  readonly assumptions: ValueAssumptions;
  readonly formula: string;
}

export const VALUE_FORMULA =
  '(topics solved + views of them while solved x share of viewers who found their answer) x share who would have contacted ' +
  'support x cost of a contact - cost of the programme; low, mid and high each with its own assumptions.';

/**
 * What is assumed where nothing is said. A contact costs about 8 live (Gartner 2019: 8.01), 5 by mail to 15 by phone. Most
 * who help themselves would never have opened a case, so a quarter to all of those solved count as contacts. Views count
 * for nothing in the careful case, 2.5 % in the likely one (the example of Khoros: .43 x .65 x .09) and 1 in 20 at most.
 */
export const USUAL_ASSUMPTIONS: ValueAssumptions = {
  contactCost: { low: 5, mid: 8, high: 15 },
  contactShare: { low: 0.25, mid: 0.5, high: 1 },
  viewShare: { low: 0, mid: 0.025, high: 0.05 },
  programmeCost: 0,
};

const CASES = ['low', 'mid', 'high'] as const;

/** The range out of what was counted and what is assumed. */
export function valueOf({ solved, solvedViews }: ValueCounts, assumed: ValueAssumptions): ValueRange {
  const [low, mid, high] = CASES.map(
    (which) =>
      (solved + solvedViews * assumed.viewShare[which]) * assumed.contactShare[which] * assumed.contactCost[which] -
      assumed.programmeCost,
  );
  return { low: low!, mid: mid!, high: high! };
}
