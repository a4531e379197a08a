import { hourOf } from './hour-habit.ts';
import type { RoutedPerson } from './routed-person.ts';
import type { RoutingMemory } from './routing-memory.ts';

/** A share of nothing is taken for this. */
const SMALL = 0.003;
/** Longer ago than so many days is long ago. */
const LONG_AGO = 400;

const { log, log1p, min } = Math;

/** A pair of a question and somebody, as it is looked at. */
export interface RoutingPair {
  readonly person: RoutedPerson;
  readonly memory: RoutingMemory;
  /** When the question was asked, in days since 1970. */
  readonly askedAt: number;
  /** Of the threads like it, the share that they answered. */
  readonly share: number;
  /** In days since 1970. */
  readonly now: number;
}

/** A question that waits, among those that wait with it. */
export interface WaitingPlace {
  /** How many that wait came later. */
  readonly newer: number;
  readonly older: number;
}

/**
 * What tells which of a day's questions somebody answers: how much more often than usual they answered threads like it,
 * whether it comes at their hours, and what they did today.
 */
export function matchFigures({ person, memory, askedAt, share, now }: RoutingPair): number[] {
  const { lately, replies } = person;
  return [
    log(share + SMALL) - usual(person, memory, now),
    hourMatch(person, memory, askedAt),
    away(person, now),
    log1p(lately.day.valueAt(now)),
    log1p(lately.days7.valueAt(now)),
    log1p(replies.day.valueAt(now)),
  ];
}

/** What tells how probable it is that somebody answers a question that was just asked. @param match by the match's model */
export function chanceFigures({ person, memory, now }: RoutingPair, match: number): number[] {
  const { days60, days7 } = person.lately;
  const lately = days60.valueAt(now);
  const week = days7.valueAt(now);
  const { site } = memory;
  return [
    match,
    usual(person, memory, now),
    log1p(lately),
    log1p(week),
    log((week + 0.1) / (site.days7.valueAt(now) + 10)),
    log((lately + 0.1) / (site.days60.valueAt(now) + 10)),
  ];
}

/** What tells who is there at all, whatever the question. */
export function presenceFigures({ person, now }: Pick<RoutingPair, 'person' | 'now'>): number[] {
  const { days60, days7 } = person.lately;
  return [away(person, now), log1p(days60.valueAt(now)), log1p(days7.valueAt(now))];
}

/** What tells whether somebody who has just replied somewhere answers a question that waits, too. */
export function hereFigures({ person, memory, askedAt, share, now }: RoutingPair, place: WaitingPlace): number[] {
  const skipped = Math.max(person.repliesSince(askedAt) - 1, 0);
  const pause = min(now - person.previousReply, 60);
  return [
    log(share + SMALL) - usual(person, memory, now),
    usual(person, memory, now),
    log(Math.max(now - askedAt, 0) * 24 + 0.05),
    log1p(skipped),
    skipped > 0 ? 1 : 0,
    log1p(person.lately.days7.valueAt(now)),
    log1p(person.lately.days60.valueAt(now)),
    log1p(person.replies.hour.valueAt(now)),
    log(pause * 24 + 0.02),
    log1p(place.newer),
    log1p(place.older),
  ];
}

export const FIGURES = { match: 6, chance: 6, presence: 3, here: 11 } as const;

/** The share of all answered questions that somebody answered, of the last year. */
function usual(person: RoutedPerson, memory: RoutingMemory, now: number): number {
  return log(person.lately.year.valueAt(now) / (memory.answered.valueAt(now) + 20) + SMALL);
}

/** Whether the questions that somebody answers come at this hour more often than questions do. */
function hourMatch(person: RoutedPerson, memory: RoutingMemory, askedAt: number): number {
  const hour = hourOf(askedAt);
  const theirs = person.questionHours.about(hour, askedAt);
  const all = memory.questionHours.about(hour, askedAt);
  return log((theirs.hour + 0.5) / (theirs.all + 12) / ((all.hour + 1) / (all.all + 24)));
}

/** Since when they have been away, as a logarithm of days. */
function away(person: RoutedPerson, now: number): number {
  return log(1 / 96 + min(now - person.lastReply, LONG_AGO));
}
