/** By what words are weighed; published together with the rules for points. */
export interface TrustRules {
  /** How many points members may hand out for each point that they were given by words that count. */
  readonly carry: number;
  /** How many points one vouches for with a point, if all trust comes from oneself. */
  readonly reach: number;
  /** Of all that members may hand out, no more than one part of so many goes to the same member. */
  readonly spread: number;
  /** After so many days a point vouches for 1/e of what it did at first. */
  readonly fadesInDays: number;
}

/**
 * What holds now. Whatever accounts of one owner do with points that others gave them, what they can make of each for one
 * of them is at most `carry / spread / (1 - carry * (1 - 1 / spread))` of it: a twentieth, or where all of it came from
 * those from whom all trust comes, `reach` times that: still less than the point itself would have been worth.
 */
export const TRUST_RULES: TrustRules = { carry: 0.5, reach: 20, spread: 20, fadesInDays: 730 };
