import type { ScoredEntry } from './ledger-entry';

/** What is asked of an entry. */
type Named = Pick<ScoredEntry, 'id' | 'kind' | 'namesId'>;

/** The decisions that name an entry, by its id. */
type Naming = ReadonlyMap<string, readonly Named[]>;

/** Which lines of a ledger, or of a subject's part of it, stand: no reversal that stands itself names them. */
export class LiveEntries {
  private readonly naming: Naming;
  private readonly known = new Map<string, boolean>();

  constructor(entries: Iterable<Named>) {
    const naming = new Map<string, Named[]>();
    for (const entry of entries) {
      if (entry.namesId === null) continue;
      const others = naming.get(entry.namesId);
      if (others) others.push(entry);
      else naming.set(entry.namesId, [entry]);
    }
    this.naming = naming;
  }

  /** Whether it counts as far as reversals say. */
  has({ id }: Pick<Named, 'id'>): boolean {
    return this.stands(id);
  }

  /** Whether a lead has said of a held entry that it counts, and that stands. */
  released({ id }: Pick<Named, 'id'>): boolean {
    return (this.naming.get(id) ?? []).some(({ kind, id: by }) => kind === 'RELEASE' && this.stands(by));
  }

  private stands(id: string): boolean {
    const decisions = this.naming.get(id);
    if (!decisions) return true;
    const known = this.known.get(id);
    if (known !== undefined) return known;
    // What names itself in a circle stands: the database refuses it, since an entry names one that is there already.
    this.known.set(id, true);
    const stands = !decisions.some(({ kind, id: by }) => kind === 'REVERSAL' && this.stands(by));
    this.known.set(id, stands);
    return stands;
  }
}
