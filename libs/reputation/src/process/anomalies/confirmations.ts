import type { LedgerEntry } from '../../ledger/ledger-entry';

/** A confirmation that stands, by one member of another one. */
export type Given = LedgerEntry & { readonly actorId: string };

/** Oldest first; those of one moment in the order of their keys. */
export function oldestFirst(a: LedgerEntry, b: LedgerEntry): number {
  return a.at - b.at || (a.id < b.id ? -1 : 1);
}

export function idsOf(entries: readonly Given[]): string[] {
  return entries.toSorted(oldestFirst).map(({ id }) => id);
}
