/** What a figure counts in: questions that were not asked, or the share of those who answered. */
export const FIGURE_UNITS = ['QUESTIONS', 'SHARE'] as const;

/** See {@link FIGURE_UNITS}. */
export type FigureUnit = (typeof FIGURE_UNITS)[number];

/** A figure of one window. */
export interface Measure {
  /** Null where nothing was counted. */
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
  /** How many it was made of. */
  readonly n: number;
}

/** Something that a figure takes for granted. */
export interface Assumption {
  readonly name: string;
  readonly value: number;
}

/** One figure of deflection: with how it is made, what of, and how it was in the window before. Figures are never added up. */
export interface Figure extends Measure {
  readonly unit: FigureUnit;
  readonly formula: string;
  readonly assumptions: readonly Assumption[];
  readonly before: Measure;
}
