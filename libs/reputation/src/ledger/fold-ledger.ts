import type { Epoch } from '../trust/epoch';
import { ConfirmedPairs, type Confirmed } from './confirmed-pairs';
import type { LedgerEntry } from './ledger-entry';
import { LiveEntries } from './live-entries';
import { CURRENT_RULES, rulesOf, type ReputationRules } from './reputation-rules';
import type { ScoreLine, WorthNothing } from './score-line';

const MILLIONTHS = 1_000_000;
/** Shares are added as whole numbers, so that their order does not matter. */
const SHARE_UNITS = 1_000_000_000;

/**
 * What each confirmation of a ledger is worth in an epoch: a pure function, the same to the bit in whatever order the
 * entries come. Lines of one subject need nothing but the entries about that subject, so one of them is computed anew
 * from its part of the ledger alone.
 * @param entries a whole ledger, or all entries about some subjects; decisions give no line of their own
 * @returns one line for each confirmation, by subject, oldest first
 */
export function foldLedger(entries: Iterable<LedgerEntry>, epoch: Epoch): ScoreLine[] {
  const all = [...entries];
  const rules = epoch.number === 0 ? CURRENT_RULES : rulesOf(epoch.ruleVersion);
  const pairs = new ConfirmedPairs(all, new LiveEntries(all), rules);
  return pairs.subjects().flatMap((subject) => linesOf(subject, epoch, rules));
}

function linesOf(confirmed: readonly Confirmed[], epoch: Epoch, rules: ReputationRules): ScoreLine[] {
  // What members gave to others does not come back to them as a word of others.
  const vouching = new Set<string>(confirmed.slice(0, 1).map(({ entry }) => entry.subjectId));
  for (const { entry, nothing } of confirmed) if (!nothing && entry.actorId) vouching.add(entry.actorId);
  const overlaps = new Map<string | null, number>();
  return confirmed.map((one) => {
    const { actorId } = one.entry;
    const overlap = overlaps.get(actorId) ?? overlapOf(actorId, vouching, epoch);
    overlaps.set(actorId, overlap);
    return lineOf(one, epoch, overlap, rules);
  });
}

/** How much of what was vouched to a member comes from the subject, or from those who confirm the same subject. */
function overlapOf(actorId: string | null, vouching: ReadonlySet<string>, { words }: Epoch): number {
  const sources = actorId === null ? undefined : words.get(actorId)?.sources;
  let units = 0;
  for (const [id, share] of sources ?? []) if (vouching.has(id)) units += Math.round(share * SHARE_UNITS);
  return Math.min(1, units / SHARE_UNITS);
}

function lineOf(one: Confirmed, epoch: Epoch, overlap: number, { overlapDiscount }: ReputationRules): ScoreLine {
  const { entry, repeat } = one;
  const word = (entry.actorId !== null && epoch.words.get(entry.actorId)?.weight) || 0;
  const nothing: WorthNothing | null = one.nothing ?? (word > 0 ? null : 'NO_TRUST');
  const worth = entry.points * repeat * word * (1 - overlapDiscount * overlap);
  return {
    entryId: entry.id,
    subjectId: entry.subjectId,
    actorId: entry.actorId,
    value: nothing ? 0 : Math.round(worth * MILLIONTHS),
    points: entry.points,
    repeat,
    word,
    overlap,
    nothing,
  };
}
