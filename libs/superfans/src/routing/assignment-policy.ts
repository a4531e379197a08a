import { AskRound, type AskChance } from './ask-round.ts';
import type { AskPlace, AskToMake, RoutingMoment } from './assignment.ts';
import { Expectations } from './expectations.ts';
import { hourOf } from './hour-habit.ts';
import { LEAST_PICK_UPS, type Router } from './router.ts';
import type { Assignment } from './routing.ts';

const DAY = 86_400_000;

/** How asks are spent. The defaults are those that docs/decisions tells about. */
export interface PolicyOptions {
  /** The least that an ask must be worth, where everybody can be asked who answers here. */
  readonly floor: number;
  /** The same for those who are not among the most active, while too few of them are asked. */
  readonly lowFloor: number;
  /** The share of asks that may go to the most active before places are kept for others. */
  readonly firstShare: number;
  /** Asks that one person gets at a time. */
  readonly perRound: number;
  /** How likely somebody answers who was asked without that being known. */
  readonly usual: number;
}

export const POLICY: PolicyOptions = { floor: 0.02, lowFloor: 0.002, firstShare: 0.62, perRound: 3, usual: 0.2 };

/** People that are looked at for a question that was just asked. */
const LOOKED_AT = { first: 15, others: 10 } as const;
/** Questions that are looked at for somebody who is here. */
const WAITING = 12;
/** A question that waits is answered by two of three of those who would have answered it as it came (docs/decisions/0045). */
const STALE = 2 / 3;
/** Who answers questions of an hour half as often as others is not asked at that hour, where it can wait. */
const THEIR_HOUR = 0.5;
/** Who waits longer is answered by chance only. */
const WAITS_DAYS = 5;

/**
 * Whom to ask now. A question is worth to somebody how likely they answer it, times how likely nobody does who was asked
 * before; it is asked where that is among the best that they can expect of the day.
 */
export class AssignmentPolicy implements Assignment {
  private readonly expectations = new Expectations();
  private readonly router: Router;
  private readonly options: PolicyOptions;

  constructor(router: Router, options: PolicyOptions = POLICY) {
    this.router = router;
    this.options = options;
  }

  decide(moment: RoutingMoment): AskToMake[] {
    const first = this.firstTier(moment);
    const round = new AskRound(moment, this.options.usual);
    const floors = this.floors(first, moment);
    const chances = this.bestOfEach([
      ...this.arrivals(round, first),
      ...this.again(round, first),
      ...this.here(round, first),
    ]);
    const now = moment.now / DAY;
    for (const chance of chances) {
      const { open, person } = chance;
      this.expectations.note(person.memberId, open.question.topicId, round.worth(chance), now);
    }
    const asks: AskToMake[] = [];
    for (const chance of chances.sort((a, b) => round.worth(b) - round.worth(a) || byName(a, b))) {
      if (!this.isWorthIt(chance, round, now, floors[chance.place])) continue;
      asks.push(round.ask(chance));
    }
    return asks;
  }

  /** The most active of those who can be asked and are no newcomers. */
  private firstTier({ people, now }: RoutingMoment): ReadonlySet<string> {
    const { memory } = this.router;
    const isRegular = (memberId: string): boolean => (memory.person(memberId)?.pickUps ?? 0) >= LEAST_PICK_UPS;
    return this.router.firstTier(now, (memberId) => people.has(memberId) && isRegular(memberId));
  }

  private *arrivals(round: AskRound, first: ReadonlySet<string>): Generator<AskChance> {
    const { open, arrived, now } = round.moment;
    for (const one of open) {
      const { question } = one;
      if (!arrived.has(question.topicId)) continue;
      const among = (memberId: string): boolean => round.canAsk(one, memberId);
      const ranked = this.router.rank(question, now, { most: LOOKED_AT.first, among });
      for (const person of ranked)
        yield { open: one, person, place: first.has(person.memberId) ? 'FIRST' : 'SECOND_TIER' };
      const others = this.router.rankOthers(question, now, first, { most: LOOKED_AT.others, among });
      for (const person of others) yield { open: one, person, place: 'SECOND_TIER' };
    }
  }

  /** One more is looked for as if the question came now, among those whose time of day it is. */
  private *again(round: AskRound, first: ReadonlySet<string>): Generator<AskChance> {
    const { open, again, now } = round.moment;
    for (const one of open) {
      if (!again?.has(one.question.topicId)) continue;
      const question = { ...one.question, at: now };
      const among = (memberId: string): boolean => round.canAsk(one, memberId) && this.isTheirHour(memberId, now / DAY);
      const ranked = this.router.rank(question, now, { most: LOOKED_AT.first, among });
      const others = this.router.rankOthers(question, now, first, { most: LOOKED_AT.others, among });
      for (const person of [...ranked, ...others]) {
        const place = first.has(person.memberId) ? 'FIRST' : 'SECOND_TIER';
        yield { open: one, person: { ...person, p: person.p * STALE }, place };
      }
    }
  }

  private isTheirHour(memberId: string, now: number): boolean {
    const theirs = this.router.memory.person(memberId)?.questionHours.about(hourOf(now), now);
    return theirs !== undefined && (theirs.hour + 1) * 24 >= THEIR_HOUR * (theirs.all + 24);
  }

  private *here(round: AskRound, first: ReadonlySet<string>): Generator<AskChance> {
    const { open, active, now } = round.moment;
    const waiting = open
      .filter(({ question }) => now - question.at < WAITS_DAYS * DAY)
      .sort((a, b) => a.question.at - b.question.at);
    for (const memberId of active) {
      const person = this.router.memory.person(memberId);
      if (!person || person.pickUps === 0) continue;
      const theirs = waiting.filter(({ question }) => question.askerId !== memberId);
      const newcomer = person.pickUps < LEAST_PICK_UPS;
      const tier: AskPlace = newcomer ? 'NEWCOMER' : 'SECOND_TIER';
      const place: AskPlace = first.has(memberId) ? 'FIRST' : tier;
      const chances = theirs.flatMap((one, older): AskChance[] => {
        if (!round.canAsk(one, memberId)) return [];
        const standing = { older, newer: theirs.length - 1 - older };
        return [{ open: one, person: this.router.here(one.question, person, now, standing), place }];
      });
      yield* chances.sort((a, b) => b.person.p - a.person.p || byName(a, b)).slice(0, WAITING);
    }
  }

  /** Of several chances of one person for one question, the best. */
  private bestOfEach(chances: readonly AskChance[]): AskChance[] {
    const best = new Map<string, AskChance>();
    for (const chance of chances) {
      const key = `${chance.open.question.topicId} ${chance.person.memberId}`;
      const known = best.get(key);
      if (!known || chance.person.p > known.person.p) best.set(key, chance);
    }
    return [...best.values()];
  }

  private isWorthIt(chance: AskChance, round: AskRound, now: number, floor: number): boolean {
    const { memberId } = chance.person;
    const asksLeft = round.asksLeft(memberId);
    if (asksLeft <= 0 || round.asksOf(memberId) >= this.options.perRound || !round.canAsk(chance.open, memberId))
      return false;
    const worth = round.worth(chance);
    if (worth < floor) return false;
    return worth >= this.expectations.threshold(memberId, asksLeft, now);
  }

  /**
   * Where the most active get more than their share of the asks, others are asked for less. Everybody is where only some
   * can be asked of those who answer here: who is left is the best there is.
   */
  private floors(first: ReadonlySet<string>, { now, people }: RoutingMoment): Readonly<Record<AskPlace, number>> {
    const { floor, lowFloor, firstShare } = this.options;
    const { memory } = this.router;
    const reach = memory.shareOfAnswers((memberId) => people.has(memberId), now);
    const least = Math.max(lowFloor, floor * Math.sqrt(reach));
    const others = memory.shareOfAsks(first, now) > firstShare ? lowFloor : least;
    return { FIRST: least, SECOND_TIER: others, NEWCOMER: others };
  }
}

function byName(a: AskChance, b: AskChance): number {
  const left = `${a.open.question.topicId} ${a.person.memberId}`;
  return left < `${b.open.question.topicId} ${b.person.memberId}` ? -1 : 1;
}
