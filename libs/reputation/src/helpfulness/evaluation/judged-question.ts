/** How well one order of the people who answered a question did. */
export interface JudgedQuestion {
  /** Whether the one whose answer solved it stood first; the chance of it where several stand there together. */
  readonly first: number;
  /** The share of the others who stood behind them; half of those who stood beside them. */
  readonly pairwise: number;
  /** 1 by the place at which they stood. */
  readonly reciprocal: number;
}

/** Judges scores of those who answered; ties count as if they were broken by lot, many times. */
export function judgeQuestion(scores: ReadonlyMap<string, number>, solver: string): JudgedQuestion {
  const own = scores.get(solver)!;
  const others = [...scores].filter(([id]) => id !== solver).map(([, score]) => score);
  const above = others.filter((score) => score > own).length;
  const beside = others.filter((score) => score === own).length;
  const places = Array.from({ length: beside + 1 }, (_, place) => 1 / (above + place + 1));
  return {
    first: above === 0 ? 1 / (beside + 1) : 0,
    pairwise: (others.length - above - beside / 2) / others.length,
    reciprocal: places.reduce((sum, one) => sum + one, 0) / places.length,
  };
}
