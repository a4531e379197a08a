import type { AskPlace } from '../assignment.ts';

const MINUTE = 60_000;
const LEAD = 5 * MINUTE;

/** An ask that was made, and when the person answered; Infinity where they did not. Milliseconds since 1970. */
export interface AskedPair {
  readonly topicId: string;
  readonly memberId: string;
  readonly at: number;
  readonly place: AskPlace;
  readonly answeredAt: number;
}

/** How asks were spent. */
export interface LoadFigures {
  /** Questions that somebody answered; shares of questions are of these. */
  readonly questions: number;
  /** By question: 1 where somebody was asked before they answered. */
  readonly hit: readonly number[];
  /** The same where asking came at least five minutes before. */
  readonly hitEarly: readonly number[];
  readonly asks: number;
  /** By ask: 1 where it was answered. */
  readonly answered: readonly number[];
  /** The share of asks that the ten got who got most. */
  readonly topTen: number;
  readonly people: number;
  /** The middle of the minutes from asking to answering. */
  readonly medianLead: number;
  /** Asks that were made for second-tier people and newcomers, as a share of all. */
  readonly others: number;
}

/** @param questions those of the period that somebody answered */
export function loadFigures(asks: readonly AskedPair[], questions: readonly string[]): LoadFigures {
  const hits = new Set<string>();
  const early = new Set<string>();
  const byPerson = new Map<string, number>();
  const leads: number[] = [];
  for (const { topicId, memberId, at, answeredAt } of asks) {
    byPerson.set(memberId, (byPerson.get(memberId) ?? 0) + 1);
    if (answeredAt === Infinity || answeredAt < at) continue;
    hits.add(topicId);
    leads.push((answeredAt - at) / MINUTE);
    if (answeredAt - at >= LEAD) early.add(topicId);
  }
  const loads = [...byPerson.values()].sort((a, b) => b - a);
  leads.sort((a, b) => a - b);
  const all = Math.max(asks.length, 1);
  return {
    questions: questions.length,
    hit: questions.map((id) => (hits.has(id) ? 1 : 0)),
    hitEarly: questions.map((id) => (early.has(id) ? 1 : 0)),
    asks: asks.length,
    answered: asks.map(({ at, answeredAt }) => (answeredAt < Infinity && answeredAt >= at ? 1 : 0)),
    topTen: loads.slice(0, 10).reduce((sum, load) => sum + load, 0) / all,
    people: loads.length,
    medianLead: leads[Math.floor(leads.length / 2)] ?? NaN,
    others: asks.filter(({ place }) => place !== 'FIRST').length / all,
  };
}
