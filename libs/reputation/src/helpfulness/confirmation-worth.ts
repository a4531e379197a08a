import type { Confirmation, EntryKind } from '../ledger/entry-kind';
import type { ScoreLine } from '../ledger/score-line';

const MILLIONTHS = 1_000_000;

/**
 * What a confirmation says of an answer beside the others in its thread, in stars. The asker marks one answer and passes
 * over the rest, so that mark says more than the points of the ledger do. A link between topics is about no answer.
 */
const WORTH: Readonly<Record<Confirmation, number>> = { STAR: 1, SOLVED: 10, OFFICIAL: 2, DUPLICATE: 0, DONE: 10 };

/**
 * What a line of the ledger is worth to its answer, in stars: as much as the word behind it weighs.
 * @param cameAlong whose word it is came along from a source, and nobody is behind them here: such marks are taken as the
 *   source's own counts of votes are, since the source stood for them and nobody here can make more of them
 */
export function confirmationWorth(kind: EntryKind, line: ScoreLine, cameAlong: boolean): number {
  const worth = kind in WORTH ? WORTH[kind as Confirmation] : 0;
  if (line.nothing === 'NO_TRUST') return cameAlong ? worth * line.repeat : 0;
  return line.nothing === null ? (worth * line.value) / (line.points * MILLIONTHS) : 0;
}
