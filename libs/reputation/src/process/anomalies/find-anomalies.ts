import { ConfirmedPairs } from '../../ledger/confirmed-pairs';
import type { LedgerEntry } from '../../ledger/ledger-entry';
import { LiveEntries } from '../../ledger/live-entries';
import { CURRENT_RULES } from '../../ledger/reputation-rules';
import type { FoundAnomaly } from './anomaly';
import type { Given } from './confirmations';
import { findBursts } from './find-bursts';
import { findOneWay, oneWayAccounts } from './find-one-way';
import { findRings } from './find-rings';

/** What of a ledger stands: all of it, and of it what the rules hold. */
export interface Standing {
  readonly given: readonly Given[];
  readonly held: readonly Given[];
}

/** What of a ledger stands and has an actor; what the rules refuse proves nothing and is left out. */
export function standing(entries: readonly LedgerEntry[]): Standing {
  const confirmed = new ConfirmedPairs(entries, new LiveEntries(entries), CURRENT_RULES).subjects().flat();
  const given = confirmed.flatMap(({ entry, nothing }) => {
    const { actorId } = entry;
    return actorId !== null && (nothing === null || nothing === 'HELD')
      ? [{ entry: { ...entry, actorId }, held: nothing === 'HELD' }]
      : [];
  });
  return {
    given: given.map(({ entry }) => entry),
    held: given.filter(({ held }) => held).map(({ entry }) => entry),
  };
}

/** The accounts of whom it has to be known whether they have ever written anything. */
export function toLookUp({ given }: Standing): string[] {
  return [...oneWayAccounts(given).values()].flatMap((actors) => [...actors]);
}

/** All that leads should look at. */
export function findAnomalies({ given, held }: Standing, silent: ReadonlySet<string>): FoundAnomaly[] {
  return [...findBursts(held, CURRENT_RULES), ...findOneWay(given, silent), ...findRings(given)];
}
