import type { Confirmation } from '../ledger/entry-kind';
import type { LedgerEntry } from '../ledger/ledger-entry';
import type { Chance } from './chance';
import { madeEntry, type GamingHistory } from './gaming-history';

const DAY = 86_400_000;
const HOUR = DAY / 24;
const SECOND = 1_000;
/** Accounts of a farm that confirm each other, and of one that wastes nothing on each other. */
const FARM = 50;
const NARROW = 20;
/** Votes that each account gives to the one who shall rise. */
const VOTES = 10;

/** What somebody does to let a member rise. */
export interface Attack {
  readonly name: string;
  /** Stars by honest members that the accounts have earned, or the member themselves where nobody attacks. */
  readonly stolen: number;
  /** Whether the member earned them, without any farm: what attacks are compared with. */
  readonly honest: boolean;
  entries(target: string, history: GamingHistory, chance: Chance): LedgerEntry[];
}

/** Every attack that is tried; who attacks knows the rules, and takes days rather than minutes. */
export const ATTACKS: readonly Attack[] = [
  fresh(100, false),
  fresh(1_000, false),
  fresh(1_000, true),
  { name: '3 heavy voters x 10 votes', stolen: 0, honest: false, entries: compromised },
  ...[20, 100, 500].flatMap((stolen) => [
    farm('farm: all confirm each other', stolen, { socks: FARM, mutual: true, joined: false }),
    farm('farm: all for one', stolen, { socks: NARROW, mutual: false, joined: false }),
    farm('farm: member joins in', stolen, { socks: FARM, mutual: true, joined: true }),
    earned(stolen),
  ]),
];

/** Makes entries one after the other, before the end of a history. */
class Deeds {
  readonly entries: LedgerEntry[] = [];

  constructor(
    private readonly history: GamingHistory,
    private readonly daysBefore: number,
    private readonly apart = SECOND,
  ) {}

  confirm(kind: Confirmation, actorId: string, subjectId: string): void {
    const n = this.entries.length;
    const at = this.history.until - this.daysBefore * DAY + n * this.apart;
    const id = `attack-${this.daysBefore}-${String(n).padStart(6, '0')}`;
    this.entries.push(madeEntry({ id, kind, at, actorId, subjectId, postId: id }));
  }
}

/** Votes of one account for one member are spread over days: none of them are a burst. */
function voteForDays(history: GamingHistory, socks: readonly string[], target: string): LedgerEntry[] {
  return Array.from({ length: VOTES }, (_, day) => {
    const deeds = new Deeds(history, VOTES - day);
    for (const sock of socks) deeds.confirm('STAR', sock, target);
    return deeds.entries;
  }).flat();
}

function accounts(count: number): string[] {
  return Array.from({ length: count }, (_, place) => `sock-${String(place).padStart(4, '0')}`);
}

function fresh(count: number, accepts: boolean): Attack {
  const name = `${count} fresh accounts x ${VOTES} votes${accepts ? ', asking and accepting' : ''}`;
  return {
    name,
    stolen: 0,
    honest: false,
    entries: (target, history) => {
      const socks = accounts(count);
      const asked = new Deeds(history, VOTES + 1);
      if (accepts) for (const sock of socks) asked.confirm('SOLVED', sock, target);
      return [...asked.entries, ...voteForDays(history, socks, target)];
    },
  };
}

/** Honest members star what accounts of the farm, or the member, wrote: drawn by how much they star. */
function stars(count: number, subjects: readonly string[], history: GamingHistory, chance: Chance): LedgerEntry[] {
  const deeds = new Deeds(history, 60, HOUR);
  for (let star = 0; star < count; star++) {
    const actor = history.entries[chance.below(history.entries.length)]?.actorId;
    // Two for each in turn: enough for a say where a say is earned by them.
    const subject = subjects[Math.floor(star / 2) % subjects.length];
    if (actor && subject && actor !== subject) deeds.confirm('STAR', actor, subject);
  }
  return deeds.entries;
}

function farm(
  name: string,
  stolen: number,
  { socks: count, mutual, joined }: { readonly socks: number; readonly mutual: boolean; readonly joined: boolean },
): Attack {
  return {
    name,
    stolen,
    honest: false,
    entries: (target, history, chance) => {
      const socks = accounts(count);
      const among = new Deeds(history, 30);
      for (const sock of joined ? [target, ...socks] : mutual ? socks : []) {
        for (const other of socks) {
          if (other === sock) continue;
          among.confirm('STAR', sock, other);
          among.confirm('SOLVED', sock, other);
        }
      }
      const asked = new Deeds(history, VOTES + 1);
      for (const sock of socks) asked.confirm('SOLVED', sock, target);
      return [
        ...stars(stolen, socks, history, chance),
        ...among.entries,
        ...asked.entries,
        ...voteForDays(history, socks, target),
      ];
    },
  };
}

function earned(stolen: number): Attack {
  return {
    name: 'earned honestly',
    stolen,
    honest: true,
    entries: (target, history, chance) => stars(stolen, [target], history, chance),
  };
}

function compromised(target: string, history: GamingHistory): LedgerEntry[] {
  const votes = new Map<string, number>();
  for (const { actorId } of history.entries) if (actorId !== null) votes.set(actorId, (votes.get(actorId) ?? 0) + 1);
  const heavy = [...votes]
    .filter(([id]) => id !== target && !history.seeds.includes(id))
    .toSorted(([a, most], [b, more]) => more - most || (a < b ? -1 : 1));
  return voteForDays(
    history,
    heavy.slice(0, 3).map(([id]) => id),
    target,
  );
}
