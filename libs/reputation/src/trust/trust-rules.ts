/**
 * By what words are weighed; published as part of the rules. Whatever accounts of one owner do with points that others gave
 * them, what they can make of each of these for one of them is at most `carry / spread / (1 - carry * (1 - 1 / spread))` of
 * it, and where it came from those from whom all trust comes, `reach` times that: see {@link mostFarmed}.
 */
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

/** At most so much of a point that those from whom all trust comes gave to accounts of one owner reaches one of these. */
export function mostFarmed({ carry, reach, spread }: TrustRules): number {
  return (reach * carry) / spread / (1 - carry * (1 - 1 / spread));
}
