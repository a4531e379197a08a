import { foldLedger } from '../ledger/fold-ledger';
import type { LedgerEntry } from '../ledger/ledger-entry';
import type { ScoreLine } from '../ledger/score-line';
import { CURRENT_RULES } from '../ledger/reputation-rules';
import type { Exactness } from './gaming-figures';
import type { GamingHistory } from './gaming-history';
import { epochOf } from './schemes';

/** Reverses each attack by entries of the ledger, and compares everything with what it would be without the attack. */
export function exactness(history: GamingHistory, attacks: readonly (readonly LedgerEntry[])[]): Exactness {
  const clean = linesBySubject(history);
  const differing = attacks.reduce((sum, made) => {
    const entries = [...history.entries, ...made, ...made.map((entry) => reversalOf(entry, history.until))];
    const reversed = linesBySubject({ ...history, entries });
    return sum + [...clean].filter(([subject, text]) => reversed.get(subject) !== text).length;
  }, 0);
  return {
    reversals: attacks.length,
    members: clean.size,
    differing,
    unexplained: unexplained(history),
  };
}

/** Every line of each member as text, and the word they have. */
function linesBySubject(history: GamingHistory): Map<string, string> {
  const epoch = epochOf(history);
  const texts = new Map<string, string[]>();
  for (const line of foldLedger(history.entries, epoch)) {
    // Lines of an attack stay, and say that they are worth nothing.
    if (line.nothing === 'REVERSED') continue;
    const known = texts.get(line.subjectId);
    if (known) known.push(JSON.stringify(line));
    else texts.set(line.subjectId, [JSON.stringify(line)]);
  }
  const wordOf = (subject: string): string => {
    const word = epoch.words.get(subject);
    return word ? `${word.weight} ${JSON.stringify([...word.sources])}` : '';
  };
  return new Map([...texts].map(([subject, lines]) => [subject, [wordOf(subject), ...lines].join('\n')]));
}

function reversalOf(entry: LedgerEntry, at: number): LedgerEntry {
  return {
    ...entry,
    id: `${entry.id}-reversed`,
    kind: 'REVERSAL',
    at,
    actorId: null,
    postId: null,
    ruleVersion: CURRENT_RULES.version,
    points: 0,
    namesId: entry.id,
  };
}

/** Members whose score, of the whole ledger, is not the sum of what the lines about them alone come to, one by one. */
function unexplained(history: GamingHistory): number {
  const epoch = epochOf(history);
  const sum = (lines: readonly ScoreLine[]): number => lines.reduce((total, { value }) => total + value, 0);
  const whole = Map.groupBy(foldLedger(history.entries, epoch), ({ subjectId }) => subjectId);
  const parts = Map.groupBy(history.entries, ({ subjectId }) => subjectId);
  return [...whole].filter(([subject, lines]) => {
    const alone = foldLedger(parts.get(subject) ?? [], epoch);
    const told = alone.every(({ points, repeat, word, overlap, value, nothing }) => {
      const worth = points * repeat * word * (1 - CURRENT_RULES.overlapDiscount * overlap);
      return nothing === null ? value === Math.round(worth * 1e6) : value === 0;
    });
    return !told || sum(alone) !== sum(lines);
  }).length;
}
