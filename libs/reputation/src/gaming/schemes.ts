import { foldLedger } from '../ledger/fold-ledger';
import type { LedgerEntry } from '../ledger/ledger-entry';
import { CURRENT_RULES } from '../ledger/reputation-rules';
import type { ScoreLine } from '../ledger/score-line';
import { computeWords } from '../trust/compute-words';
import type { Epoch } from '../trust/epoch';
import { pointsGiven, type PointsGiven } from '../trust/points-given';

/** What members are worth by their part of a ledger. */
export type Scores = ReadonlyMap<string, number>;

/** A ledger, and what else a scheme asks for. */
export interface Judged {
  readonly entries: readonly LedgerEntry[];
  readonly seeds: readonly string[];
  readonly until: number;
}

/** A ledger to which somebody has added, for one member. */
export interface Attacked {
  readonly before: Judged;
  /** What was added. */
  readonly made: readonly LedgerEntry[];
  readonly target: string;
}

/** A way of turning confirmations into scores. */
export interface Scheme {
  readonly name: string;
  /** What everybody is worth. */
  scores(judged: Judged): Scores;
  /** What one member is worth after an attack. */
  score(attacked: Attacked): number;
}

/** Points for which votes begin to count, where they do so by what their voter has earned. */
const PRIVILEGE = 15;

/** The epoch that would begin with a ledger. */
export function epochOf(judged: Judged): Epoch {
  return epochWith(givenBefore(judged), judged.seeds);
}

function epochWith(given: readonly PointsGiven[], seeds: readonly string[]): Epoch {
  const words = computeWords(given, seeds, CURRENT_RULES.trust);
  return { number: 1, ruleVersion: CURRENT_RULES.version, words };
}

/** As served. */
export const OURS: Scheme = {
  name: 'trusted words',
  scores: (judged) => worthOf(foldLedger(judged.entries, epochOf(judged))),
  score: ({ before, made, target }) => {
    const touched = new Set(made.map(({ subjectId }) => subjectId));
    const about = [...before.entries.filter(({ subjectId }) => touched.has(subjectId)), ...made];
    const given = [
      ...givenBefore(before).filter(({ subjectId }) => !touched.has(subjectId)),
      ...pointsGiven(about, before.until, CURRENT_RULES),
    ];
    const epoch = epochWith(given, before.seeds);
    const lines = foldLedger(
      about.filter(({ subjectId }) => subjectId === target),
      epoch,
    );
    return worthOf(lines).get(target) ?? 0;
  },
};

const REMEMBERED = new WeakMap<Judged, PointsGiven[]>();

/** What every entry hands over, remembered: it is asked for again and again. */
function givenBefore(judged: Judged): PointsGiven[] {
  const known = REMEMBERED.get(judged) ?? [...pointsGiven(judged.entries, judged.until, CURRENT_RULES)];
  REMEMBERED.set(judged, known);
  return known;
}

function worthOf(lines: readonly ScoreLine[]): Map<string, number> {
  const scores = new Map<string, number>();
  for (const { subjectId, value } of lines) scores.set(subjectId, (scores.get(subjectId) ?? 0) + value / 1e6);
  return scores;
}

/** Every vote counts in full: nothing is defended. */
export const UNDEFENDED: Scheme = alone('vanity sum 10/15', ({ entries }) => summed(entries, ({ points }) => points));

const PAIRS: Scheme = alone('pairs diminish', ({ entries }) => {
  const given = new Map<string, number>();
  return summed(entries, ({ kind, actorId, subjectId, points }) => {
    const pair = `${kind} ${actorId} ${subjectId}`;
    const earlier = given.get(pair) ?? 0;
    given.set(pair, earlier + 1);
    return points * CURRENT_RULES.repeatFactor ** earlier;
  });
});

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
  score: ({ before, made, target }) => {
    const entries = [...before.entries, ...made].toSorted((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
    return EARNED.scores({ ...before, entries }).get(target) ?? 0;
  },
};

/** A scheme by which a member's score is made of nothing but the entries about that member. */
function alone(name: string, scores: (judged: Judged) => Scores): Scheme {
  return {
    name,
    scores,
    score: ({ before, made, target }) => {
      const entries = [...before.entries, ...made].filter(({ subjectId }) => subjectId === target);
      return scores({ ...before, entries }).get(target) ?? 0;
    },
  };
}

/** What is served, and what it is compared with. */
export const SCHEMES: readonly Scheme[] = [UNDEFENDED, PAIRS, EARNED, OURS];

/** Entries are in the order of time. */
function summed(entries: readonly LedgerEntry[], worth: (entry: LedgerEntry) => number): Scores {
  const scores = new Map<string, number>();
  for (const entry of entries) scores.set(entry.subjectId, (scores.get(entry.subjectId) ?? 0) + worth(entry));
  return scores;
}
