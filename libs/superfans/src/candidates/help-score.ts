import type { HelpFigures } from './help-figures';

/** One term of the rule by which helpers are put in order. */
export interface HelpTerm {
  readonly name: string;
  readonly weight: number;
  readonly of: (figures: HelpFigures) => number;
}

/**
 * Who is likely to help much from now on: round weights, because those that were learned from a few dozen people did no
 * better on others. Coming back and helping many counts; telling of the same problem counts against.
 */
export const HELP_TERMS: readonly HelpTerm[] = [
  { name: 'days with answers', weight: 0.5, of: ({ days }) => Math.log1p(days) },
  { name: 'days with any post', weight: 1, of: ({ presentDays }) => Math.log1p(presentDays) },
  { name: 'threads', weight: 1, of: ({ threads }) => Math.log1p(threads) },
  { name: 'threads with little help', weight: 0.5, of: ({ quietThreads }) => Math.log1p(quietThreads) },
  { name: 'thanks', weight: 0.3, of: ({ thanks }) => Math.log1p(thanks) },
  { name: 'speaks to the asker', weight: 0.3, of: ({ addressing }) => addressing },
  { name: 'has the same problem', weight: -1, of: ({ sharing }) => sharing },
];

/** The sum of the terms; only its order means something, and only people with windows of one length are compared. */
export function helpScore(figures: HelpFigures, terms = HELP_TERMS): number {
  return terms.reduce((sum, { weight, of }) => sum + weight * of(figures), 0);
}
