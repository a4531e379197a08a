import type { LedgerEntry, ScoredEntry } from './ledger-entry';
import type { LiveEntries } from './live-entries';
import type { ReputationRules } from './reputation-rules';
import type { WorthNothing } from './score-line';

/** A confirmation, and what is said of it before trust is asked. */
export interface Confirmed<Entry extends ScoredEntry = LedgerEntry> {
  readonly entry: Entry;
  /** What is left of it because the same member confirmed the same member before. */
  readonly repeat: number;
  readonly nothing: Exclude<WorthNothing, 'NO_TRUST'> | null;
}

/** What of the rules is about confirmations between the same two members. */
export type PairRules = Pick<ReputationRules, 'burstMost' | 'burstMinutes' | 'repeatFactor'>;

const MINUTE = 60_000;

/** Confirmations by whom they are about and whose word they are: what repeats, and what came as a burst. */
export class ConfirmedPairs<Entry extends ScoredEntry = LedgerEntry> {
  private readonly bySubject: ReadonlyMap<string, readonly Entry[]>;
  private readonly live: LiveEntries;
  private readonly rules: PairRules;

  constructor(entries: Iterable<Entry>, live: LiveEntries, rules: PairRules) {
    this.live = live;
    this.rules = rules;
    const bySubject = new Map<string, Entry[]>();
    for (const entry of entries) {
      if (entry.namesId !== null) continue;
      const others = bySubject.get(entry.subjectId);
      if (others) others.push(entry);
      else bySubject.set(entry.subjectId, [entry]);
    }
    this.bySubject = bySubject;
  }

  /** The confirmations about each subject, oldest first, subjects in the order of their keys. */
  subjects(): Confirmed<Entry>[][] {
    const subjects = [...this.bySubject].toSorted(([a], [b]) => (a < b ? -1 : 1));
    return subjects.map(([, entries]) => this.judged(entries.toSorted(oldestFirst)));
  }

  private judged(entries: readonly Entry[]): Confirmed<Entry>[] {
    const judged: Confirmed<Entry>[] = [];
    // Most members confirm another one once, and that is all there is to say of it: so no list is made for each.
    const latest = new Map<string | null, number>();
    const before = new Int32Array(entries.length).fill(-1);
    for (const [place, entry] of entries.entries()) {
      const nothing = this.live.has(entry) ? refusalOf(entry) : 'REVERSED';
      judged.push({ entry, repeat: 1, nothing });
      if (nothing) continue;
      before[place] = latest.get(entry.actorId) ?? -1;
      latest.set(entry.actorId, place);
    }
    for (const last of latest.values()) {
      if (before[last]! < 0) continue;
      const places: number[] = [];
      for (let place = last; place >= 0; place = before[place]!) places.push(place);
      this.judgePair(places.reverse(), judged);
    }
    return judged;
  }

  /** What one member gave to one other: what repeats, and what is held. */
  private judgePair(places: readonly number[], judged: Confirmed<Entry>[]): void {
    const entries = places.map((place) => judged[place]!.entry);
    const held = this.held(entries);
    const before = new Map<string, number>();
    for (const [n, entry] of entries.entries()) {
      const earlier = before.get(entry.kind) ?? 0;
      before.set(entry.kind, earlier + 1);
      const repeat = this.rules.repeatFactor ** earlier;
      judged[places[n]!] = { entry, repeat, nothing: held.has(entry) ? 'HELD' : null };
    }
  }

  /** Those of bursts, but for what a lead has released. */
  private held(given: readonly Entry[]): Set<Entry> {
    const { burstMost, burstMinutes } = this.rules;
    const held = new Set<Entry>();
    for (let last = burstMost; last < given.length; last += 1) {
      const burst = given.slice(last - burstMost, last + 1);
      const [first, end] = [burst[0], burst.at(-1)];
      if (!first || !end || end.at - first.at > burstMinutes * MINUTE) continue;
      burst.filter((entry) => !this.live.released(entry)).forEach((entry) => held.add(entry));
    }
    return held;
  }
}

/** Members who turn out to be one are so also where the entry was written before that was known. */
function refusalOf(entry: ScoredEntry): LedgerEntry['refusal'] {
  return entry.actorId === entry.subjectId ? 'SAME_PERSON' : entry.refusal;
}

function oldestFirst(a: ScoredEntry, b: ScoredEntry): number {
  return a.at - b.at || (a.id < b.id ? -1 : 1);
}
