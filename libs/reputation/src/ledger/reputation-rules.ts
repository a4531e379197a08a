import type { TrustRules } from '../trust/trust-rules';
import type { Confirmation } from './entry-kind';

/** One version of the rules by which the ledger becomes scores: published, and compared with the one before. */
export interface ReputationRules {
  readonly version: number;
  /** Since when entries are written by it, as `2026-01-31`. */
  readonly since: string;
  /** What one confirmation gives, before it is asked whose word it is. */
  readonly points: Readonly<Record<Confirmation, number>>;
  /** More confirmations than this from one member to another within `burstMinutes` are held. */
  readonly burstMost: number;
  readonly burstMinutes: number;
  /** What is left of the next confirmation of one kind from the same member to the same member. */
  readonly repeatFactor: number;
  /** How much of a word is lost where all that stands behind it confirms the same member too. */
  readonly overlapDiscount: number;
  /** By what words are weighed. */
  readonly trust: TrustRules;
}

/** All versions, oldest first; entries name the one by which they were written. */
export const REPUTATION_RULES: readonly [ReputationRules, ...ReputationRules[]] = [
  {
    version: 1,
    since: '2026-11-22',
    points: { STAR: 10, SOLVED: 15, OFFICIAL: 20, DUPLICATE: 10, DONE: 15 },
    burstMost: 5,
    burstMinutes: 5,
    repeatFactor: 0.5,
    overlapDiscount: 0.95,
    trust: { carry: 0.5, reach: 20, spread: 20, fadesInDays: 730 },
  },
];

const BY_VERSION = new Map(REPUTATION_RULES.map((rules) => [rules.version, rules]));

/** The rules that hold now. */
export const CURRENT_RULES: ReputationRules = REPUTATION_RULES.at(-1) ?? REPUTATION_RULES[0];

/** @throws RangeError for a version that was never published */
export function rulesOf(version: number): ReputationRules {
  const rules = BY_VERSION.get(version);
  if (!rules) throw new RangeError(`There is no version ${version} of the rules.`);
  return rules;
}
