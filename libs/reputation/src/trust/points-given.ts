import { ConfirmedPairs } from '../ledger/confirmed-pairs.ts';
import type { LedgerEntry } from '../ledger/ledger-entry';
import { LiveEntries } from '../ledger/live-entries.ts';
import type { ReputationRules } from '../ledger/reputation-rules';

/** What one member handed to another one by confirming that their help helped. */
export interface PointsGiven {
  readonly actorId: string;
  readonly subjectId: string;
  /** By the rules, after what is left of repeats between the same two and of times long past; above 0. */
  readonly points: number;
}

const DAY = 86_400_000;

/**
 * What the entries of a ledger hand over: those that are live, not held and refused by no rule. Entries from after `asOf`
 * count as if they were of that moment.
 * @param asOf in milliseconds since 1970
 */
export function* pointsGiven(
  entries: readonly LedgerEntry[],
  asOf: number,
  rules: ReputationRules,
): Generator<PointsGiven> {
  for (const confirmed of new ConfirmedPairs(entries, new LiveEntries(entries), rules).subjects()) {
    for (const { entry, repeat, nothing } of confirmed) {
      if (nothing || entry.actorId === null) continue;
      const age = Math.max(0, asOf - entry.at) / DAY;
      const points = entry.points * repeat * Math.exp(-age / rules.trust.fadesInDays);
      if (points > 0) yield { actorId: entry.actorId, subjectId: entry.subjectId, points };
    }
  }
}
