import type { LedgerEntry } from './ledger-entry';
import type { LiveEntries } from './live-entries';
import type { ReputationRules } from './reputation-rules';
import type { WorthNothing } from './score-line';

/** A confirmation, and what is said of it before trust is asked. */
export interface Confirmed {
  readonly entry: LedgerEntry;
  /** What is left of it because the same member confirmed the same member before. */
  readonly repeat: number;
  readonly nothing: Exclude<WorthNothing, 'NO_TRUST'> | null;
}

/** What of the rules is about confirmations between the same two members. */
export type PairRules = Pick<ReputationRules, 'burstMost' | 'burstMinutes' | 'repeatFactor'>;

const MINUTE = 60_000;

/** Confirmations by whom they are about and whose word they are: what repeats, and what came as a burst. */
export class ConfirmedPairs {
  private readonly bySubject: ReadonlyMap<string, readonly LedgerEntry[]>;
  private readonly live: LiveEntries;
  private readonly rules: PairRules;

  constructor(entries: Iterable<LedgerEntry>, live: LiveEntries, rules: PairRules) {
    this.live = live;
    this.rules = rules;
    const bySubject = new Map<string, LedgerEntry[]>();
    for (const entry of entries) {
      if (entry.namesId !== null) continue;
      const others = bySubject.get(entry.subjectId);
      if (others) others.push(entry);
      else bySubject.set(entry.subjectId, [entry]);
    }
    this.bySubject = bySubject;
  }

  /** The confirmations about each subject, oldest first, subjects in the order of their keys. */
  subjects(): Confirmed[][] {
    const subjects = [...this.bySubject].toSorted(([a], [b]) => (a < b ? -1 : 1));
    return subjects.map(([, entries]) => this.judged(entries.toSorted(oldestFirst)));
  }

  private judged(entries: readonly LedgerEntry[]): Confirmed[] {
    const held = this.held(entries);
    const before = new Map<string, number>();
    return entries.map((entry) => {
      const nothing = this.nothing(entry, held);
      if (nothing && nothing !== 'HELD') return { entry, repeat: 1, nothing };
      const pair = `${entry.kind} ${entry.actorId}`;
      const earlier = before.get(pair) ?? 0;
      before.set(pair, earlier + 1);
      return { entry, repeat: this.rules.repeatFactor ** earlier, nothing };
    });
  }

  private nothing(entry: LedgerEntry, held: ReadonlySet<LedgerEntry>): Confirmed['nothing'] {
    if (!this.live.has(entry)) return 'REVERSED';
    return refusalOf(entry) ?? (held.has(entry) ? 'HELD' : null);
  }

  /** Those of bursts from one member, but for what a lead has released. */
  private held(entries: readonly LedgerEntry[]): Set<LedgerEntry> {
    const { burstMost, burstMinutes } = this.rules;
    const counting = entries.filter((entry) => this.live.has(entry) && !refusalOf(entry));
    const held = new Set<LedgerEntry>();
    for (const given of Map.groupBy(counting, ({ actorId }) => actorId).values()) {
      for (let last = burstMost; last < given.length; last += 1) {
        const burst = given.slice(last - burstMost, last + 1);
        const [first, end] = [burst[0], burst.at(-1)];
        if (!first || !end || end.at - first.at > burstMinutes * MINUTE) continue;
        burst.filter((entry) => !this.live.released(entry)).forEach((entry) => held.add(entry));
      }
    }
    return held;
  }
}

/** Members who turn out to be one are so also where the entry was written before that was known. */
function refusalOf(entry: LedgerEntry): LedgerEntry['refusal'] {
  return entry.actorId === entry.subjectId ? 'SAME_PERSON' : entry.refusal;
}

function oldestFirst(a: LedgerEntry, b: LedgerEntry): number {
  return a.at - b.at || (a.id < b.id ? -1 : 1);
}
