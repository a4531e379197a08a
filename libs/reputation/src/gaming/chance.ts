/** Where random choices come from: the same ones for the same seed. */
export interface Chance {
  /** Between 0 (included) and 1 (not included), evenly spread. */
  next(): number;
  /** Normally spread around 0 with deviation 1. */
  normal(): number;
  /** A whole number from 0 to `below` - 1. */
  below(below: number): number;
}
