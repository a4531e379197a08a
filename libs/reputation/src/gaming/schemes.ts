import { foldLedger } from '../ledger/fold-ledger';
import type { LedgerEntry } from '../ledger/ledger-entry';
import { CURRENT_RULES } from '../ledger/reputation-rules';
import { computeWords } from '../trust/compute-words';
import type { Epoch } from '../trust/epoch';
import { pointsGiven } from '../trust/points-given';

/** What members are worth by their part of a ledger. */
export type Scores = ReadonlyMap<string, number>;

/** A ledger, and what else a scheme asks for. */
export interface Judged {
  readonly entries: readonly LedgerEntry[];
  readonly seeds: readonly string[];
  readonly until: number;
}

/** A way of turning confirmations into scores. */
export interface Scheme {
  readonly name: string;
  scores(judged: Judged): Scores;
}

/** Points for which votes begin to count, where they do so by what their voter has earned. */
const PRIVILEGE = 15;

/** The epoch that would begin with a ledger. */
export function epochOf({ entries, seeds, until }: Judged): Epoch {
  const given = pointsGiven(entries, until, CURRENT_RULES);
  const words = computeWords(given, seeds, CURRENT_RULES.trust).toMap();
  return { number: 1, ruleVersion: CURRENT_RULES.version, words };
}

/** As served. */
export const OURS: Scheme = {
  name: 'trusted words',
  scores: (judged) => {
    const scores = new Map<string, number>();
    for (const { subjectId, value } of foldLedger(judged.entries, epochOf(judged))) {
      scores.set(subjectId, (scores.get(subjectId) ?? 0) + value);
    }
    return scores;
  },
};

/** Every vote counts in full: nothing is defended. */
export const UNDEFENDED: Scheme = {
  name: 'vanity sum 10/15',
  scores: ({ entries }) => summed(entries, ({ points }) => points),
};

const PAIRS: Scheme = {
  name: 'pairs diminish',
  scores: ({ entries }) => {
    const given = new Map<string, number>();
    return summed(entries, ({ kind, actorId, subjectId, points }) => {
      const pair = `${kind} ${actorId} ${subjectId}`;
      const earlier = given.get(pair) ?? 0;
      given.set(pair, earlier + 1);
      return points * CURRENT_RULES.repeatFactor ** earlier;
    });
  },
};

const EARNED: Scheme = {
  name: 'votes once earned',
  scores: ({ entries, seeds }) => {
    const counts = new Set<string | null>(seeds);
    const earned = new Map<string, number>();
    return summed(entries, ({ actorId, subjectId, points }) => {
      if (!counts.has(actorId)) return 0;
      const now = (earned.get(subjectId) ?? 0) + points;
      earned.set(subjectId, now);
      if (now >= PRIVILEGE) counts.add(subjectId);
      return points;
    });
  },
};

/** What is served, and what it is compared with. */
export const SCHEMES: readonly Scheme[] = [UNDEFENDED, PAIRS, EARNED, OURS];

/** Entries are in the order of time. */
function summed(entries: readonly LedgerEntry[], worth: (entry: LedgerEntry) => number): Scores {
  const scores = new Map<string, number>();
  for (const entry of entries) scores.set(entry.subjectId, (scores.get(entry.subjectId) ?? 0) + worth(entry));
  return scores;
}
