import { score, probability } from './logistic.ts';
import type { RankedPerson } from './ranked-person.ts';
import type { RoutedPerson } from './routed-person.ts';
import type { RoutedQuestion } from './routed-question.ts';
import {
  chanceFigures,
  hereFigures,
  matchFigures,
  presenceFigures,
  type RoutingPair,
  type WaitingPlace,
} from './routing-figures.ts';
import type { RoutingMemory } from './routing-memory.ts';
import type { RoutingModel } from './routing-model.ts';
import type { PeopleRanker } from './routing.ts';
import { SimilarShares } from './similar-shares.ts';

const DAY = 86_400_000;
/** Who answered fewer questions is a newcomer: they are found by what they do now, not by what they use to do. */
export const LEAST_PICK_UPS = 5;
/** The most active, who are asked first; of their places some are kept for others. */
const FIRST_TIER = 10;

/** Whom of all people is looked at, and how many are told. */
export interface Looking {
  readonly most?: number;
  /** Everybody where it is left out. */
  readonly among?: (memberId: string) => boolean;
}

/** Somebody, and what they are ordered by. */
interface Scored {
  readonly person: RoutedPerson;
  readonly value: number;
}

/** Who is likely to answer a question, by what is known of people and what the community taught. */
export class Router implements PeopleRanker {
  private readonly shares = new WeakMap<RoutedQuestion, SimilarShares>();
  readonly memory: RoutingMemory;
  readonly model: RoutingModel;

  constructor(memory: RoutingMemory, model: RoutingModel) {
    this.memory = memory;
    this.model = model;
  }

  /** Who answered at least five questions, the most likely first; the asker is left out. */
  rank(question: RoutedQuestion, now: number, looking: Looking = {}): RankedPerson[] {
    return this.ranked(question, now, looking, (pair) => this.chance(pair));
  }

  /** The same for those who are not among the most active: who is there counts more than what they answered before. */
  rankOthers(question: RoutedQuestion, now: number, first: ReadonlySet<string>, looking: Looking = {}): RankedPerson[] {
    const { presence } = this.model;
    return this.ranked(question, now, looking, (pair) =>
      first.has(pair.person.memberId) ? null : probability(presence, presenceFigures(pair)),
    );
  }

  /** How well a question suits somebody compared with the others of its day; comparable for one person only. */
  match(question: RoutedQuestion, person: RoutedPerson, now: number): number {
    return score(this.model.match, matchFigures(this.pair(question, person, now / DAY)));
  }

  /** Somebody who has just replied somewhere, for a question that waits. */
  here(question: RoutedQuestion, person: RoutedPerson, now: number, place: WaitingPlace): RankedPerson {
    const pair = this.pair(question, person, now / DAY);
    const p = probability(this.model.here, hereFigures(pair, place));
    return this.rankedPerson(question, person, p * person.willingness(question.productIds, pair.now), pair.now);
  }

  /** The most active ten of the last two months. @param among of whom; of all where it is left out */
  firstTier(now: number, among: Looking['among'] = () => true): Set<string> {
    const active: Scored[] = [];
    for (const person of this.memory.people()) {
      if (!among(person.memberId)) continue;
      active.push({ person, value: person.lately.days60.valueAt(now / DAY) });
    }
    return new Set(firstOf(active, FIRST_TIER).map(({ person }) => person.memberId));
  }

  /** A question and somebody, as figures are made of. @param now in days since 1970 */
  pair(question: RoutedQuestion, person: RoutedPerson, now: number): RoutingPair {
    const share = this.sharesOf(question, now).get(person).share;
    return { person, memory: this.memory, askedAt: question.at / DAY, share, now };
  }

  private chance(pair: RoutingPair): number {
    const match = score(this.model.match, matchFigures(pair));
    return probability(this.model.chance, chanceFigures(pair, match));
  }

  private ranked(
    question: RoutedQuestion,
    now: number,
    { most = Infinity, among = () => true }: Looking,
    chanceOf: (pair: RoutingPair) => number | null,
  ): RankedPerson[] {
    const scored: Scored[] = [];
    for (const person of this.memory.people()) {
      if (person.pickUps < LEAST_PICK_UPS || person.memberId === question.askerId || !among(person.memberId)) continue;
      const p = chanceOf(this.pair(question, person, now / DAY));
      if (p !== null) scored.push({ person, value: p * person.willingness(question.productIds, now / DAY) });
    }
    return firstOf(scored, most).map(({ person, value }) => this.rankedPerson(question, person, value, now / DAY));
  }

  private rankedPerson(question: RoutedQuestion, person: RoutedPerson, p: number, now: number): RankedPerson {
    return {
      memberId: person.memberId,
      p,
      reasons: {
        similarAnswered: this.sharesOf(question, now).get(person).count,
        answeredLately: Math.round(person.lately.days60.valueAt(now)),
        sameProduct: person.answeredAbout(question.productIds),
        lastReplyAt: person.lastReply * DAY,
      },
    };
  }

  /** Made when the question is first looked at. */
  private sharesOf(question: RoutedQuestion, now: number): SimilarShares {
    let shares = this.shares.get(question);
    if (!shares) this.shares.set(question, (shares = SimilarShares.of(question, this.memory, now)));
    return shares;
  }
}

/** The highest first; of equal ones by their keys. Of many, few are sorted. */
function firstOf(scored: readonly Scored[], most: number): Scored[] {
  const least =
    most < scored.length ? Float64Array.from(scored, ({ value }) => value).sort()[scored.length - most]! : -Infinity;
  return scored
    .filter(({ value }) => value >= least)
    .sort((a, b) => b.value - a.value || (a.person.memberId < b.person.memberId ? -1 : 1))
    .slice(0, most);
}
