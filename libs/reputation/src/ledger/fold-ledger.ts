import type { Epoch } from '../trust/epoch';
import { ConfirmedPairs, type Confirmed } from './confirmed-pairs';
import type { ScoredEntry } from './ledger-entry';
import { LiveEntries } from './live-entries';
import { CURRENT_RULES, rulesOf, type ReputationRules } from './reputation-rules';
import type { ScoreLine, WorthNothing } from './score-line';

const MILLIONTHS = 1_000_000;

/** With what lines are made. */
interface Making {
  readonly words: Epoch['words'];
  readonly rules: ReputationRules;
  /** By number of a member in the words: the last subject whom they confirm. */
  readonly vouching: Uint32Array;
}

/**
 * What each confirmation of a ledger is worth in an epoch: a pure function, the same to the bit in whatever order the
 * entries come. Lines of one subject need nothing but the entries about that subject, so one of them is computed anew
 * from its part of the ledger alone.
 * @param entries a whole ledger, or all entries about some subjects; decisions give no line of their own
 * @returns one line for each confirmation, by subject, oldest first
 */
export function foldLedger(entries: Iterable<ScoredEntry>, { number, ruleVersion, words }: Epoch): ScoreLine[] {
  const all = [...entries];
  const rules = number === 0 ? CURRENT_RULES : rulesOf(ruleVersion);
  const making: Making = { words, rules, vouching: new Uint32Array(words.numbers.ids.length) };
  const subjects = new ConfirmedPairs(all, new LiveEntries(all), rules).subjects();
  return subjects.flatMap((confirmed, place) => linesOf(confirmed, place + 1, making));
}

/** @param mark of the subject, in `vouching` */
function linesOf(confirmed: readonly Confirmed<ScoredEntry>[], mark: number, making: Making): ScoreLine[] {
  const { words, vouching } = making;
  const actors = Int32Array.from(confirmed, ({ entry }) => words.placeOf(entry.actorId));
  // What members gave to others does not come back to them as a word of others.
  const subject = words.placeOf(confirmed[0]?.entry.subjectId ?? null);
  if (subject >= 0) vouching[subject] = mark;
  for (const [n, { nothing }] of confirmed.entries()) if (!nothing && actors[n]! >= 0) vouching[actors[n]!] = mark;
  return confirmed.map((one, n) => {
    const overlap = words.shareFrom(actors[n]!, vouching, mark);
    return lineOf(one, words.weightOf(actors[n]!), overlap, making.rules);
  });
}

function lineOf(
  one: Confirmed<ScoredEntry>,
  word: number,
  overlap: number,
  { overlapDiscount }: ReputationRules,
): ScoreLine {
  const { entry, repeat } = one;
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
