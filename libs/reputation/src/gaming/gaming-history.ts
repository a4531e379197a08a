import type { Confirmation } from '../ledger/entry-kind';
import type { LedgerEntry } from '../ledger/ledger-entry';
import { CURRENT_RULES } from '../ledger/reputation-rules';
import type { Chance } from './chance';

/** What a community went through until a moment, and how much each of its people helped in the year after. */
export interface GamingHistory {
  /** The moment, in milliseconds since 1970. */
  readonly until: number;
  /** In the order of time. */
  readonly entries: readonly LedgerEntry[];
  /** The members from whom all trust comes. */
  readonly seeds: readonly string[];
  /** Help that was given in the year after, by member. */
  readonly helpAfter: ReadonlyMap<string, number>;
}

/** A confirmation as an evaluation makes it up. */
export interface MadeConfirmation {
  readonly id: string;
  readonly kind: Confirmation;
  readonly at: number;
  readonly actorId: string;
  readonly subjectId: string;
  readonly postId: string;
}

/** Members stand in for staff and vetted champions: some of those who were confirmed most, and confirm others. */
const SEEDS = 10;
const OF_THE_MOST_CONFIRMED = 100;
const CONFIRMED_OTHERS = 10;

/** The entry of a confirmation. */
export function madeEntry(made: MadeConfirmation): LedgerEntry {
  const { version, points } = CURRENT_RULES;
  return {
    ...made,
    topicId: made.postId,
    productIds: [],
    tagIds: [],
    ruleVersion: version,
    points: points[made.kind],
    refusal: null,
    namesId: null,
    cause: null,
  };
}

/** Whom all trust comes from in a community that is made up, or of which nobody knows whom staff would vouch for. */
export function seedsOf(entries: readonly LedgerEntry[], chance: Chance): string[] {
  const confirmed = new Map<string, number>();
  const confirms = new Map<string, number>();
  for (const { actorId, subjectId, points } of entries) {
    confirmed.set(subjectId, (confirmed.get(subjectId) ?? 0) + points);
    if (actorId !== null) confirms.set(actorId, (confirms.get(actorId) ?? 0) + 1);
  }
  const known = [...confirmed]
    .filter(([id]) => (confirms.get(id) ?? 0) >= CONFIRMED_OTHERS)
    .toSorted(([a, most], [b, more]) => more - most || (a < b ? -1 : 1))
    .slice(0, OF_THE_MOST_CONFIRMED);
  const seeds: string[] = [];
  while (seeds.length < SEEDS && known.length > 0) {
    const [drawn] = known.splice(chance.below(known.length), 1);
    if (drawn) seeds.push(drawn[0]);
  }
  return seeds;
}
