import type { DeflectionCounts } from './deflection-counts.reader';
import { difference, wilson, type ShareEstimate } from './wilson';

/** How many of a group of attempts asked. */
export interface AskRate {
  readonly n: number;
  readonly asked: number;
  readonly rate: ShareEstimate | null;
}

/** Attempts that were shown no suggestions beside those that were. */
export interface HoldOutMeasure {
  readonly heldOut: AskRate;
  readonly treated: AskRate;
  /** By how much more often those without suggestions asked. */
  readonly difference: ShareEstimate | null;
}

/** The one figure that compares like with like: who is held out is drawn. */
export interface HoldOut extends HoldOutMeasure {
  readonly formula: string;
  readonly before: HoldOutMeasure;
}

const FORMULA =
  'Share of attempts started within the window that ended in a topic: of the attempts that were drawn to see no ' +
  'suggestions, and of all others, whether or not anything was found for them. Intervals: Wilson 95 %; of the ' +
  'difference (held out less treated): Newcombe.';

export function holdOutOf([now, before]: readonly [DeflectionCounts, DeflectionCounts]): HoldOut {
  return { formula: FORMULA, ...measure(now), before: measure(before) };
}

function measure({ heldOut, heldOutAsked, treated, treatedAsked }: DeflectionCounts): HoldOutMeasure {
  const [without, shown] = [rateOf(heldOut, heldOutAsked), rateOf(treated, treatedAsked)];
  return { heldOut: without, treated: shown, difference: difference(without.rate, shown.rate) };
}

function rateOf(n: number, asked: number): AskRate {
  return { n, asked, rate: wilson(asked, n) };
}
