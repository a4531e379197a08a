import { Lesson } from '../logistic.ts';
import type { RoutedPerson } from '../routed-person.ts';
import type { RoutedQuestion, RoutedReply } from '../routed-question.ts';
import { FIGURES, chanceFigures, hereFigures, matchFigures, presenceFigures } from '../routing-figures.ts';
import { LEAST_PICK_UPS, type Router } from '../router.ts';
import type { Taught } from './learn-model.ts';
import type { PickUps } from './routing-past.ts';
import type { RoutingWitness } from './routing-replay.ts';

const DAY = 86_400_000;
/** Of those who did not answer a question, so many are looked at; they count for all of them. */
const OTHERS = 20;
/** Of the questions of a day that somebody answered and did not, so many pairs are compared. */
const PAIRS = 20;
/** A question that waits longer is no longer looked at. */
const WAITS = 5 * DAY;

/** Somebody who might have answered a question when it was asked. */
interface Possible {
  readonly figures: readonly number[];
  readonly picked: boolean;
}

/** Gathers what can be learned as things happen again: who could have answered what, and who did. */
export class RoutingLessons implements RoutingWitness {
  private readonly match = new Lesson(FIGURES.match);
  /** The figures of the match, then those of the chance but for the match, which is learned first. */
  private readonly chances = new Lesson(FIGURES.match + FIGURES.chance - 1);
  private readonly presence = new Lesson(FIGURES.presence);
  private readonly waiting = new Lesson(FIGURES.here);
  private readonly open = new Map<string, RoutedQuestion>();
  private today = new Map<RoutedPerson, Possible[]>();
  private day = -1;
  private readonly router: Router;
  private readonly pickUps: PickUps;
  private readonly random: () => number;

  /** @param pickUps all that is known by the time of learning @param random 0 to 1 */
  constructor(router: Router, pickUps: PickUps, random: () => number) {
    this.router = router;
    this.pickUps = pickUps;
    this.random = random;
  }

  /** How many answers there are to learn from. */
  get answers(): number {
    return this.chances.positives;
  }

  asked(question: RoutedQuestion): void {
    this.open.set(question.topicId, question);
    this.endDay(Math.floor(question.at / DAY));
    const first = this.router.firstTier(question.at);
    const picked = this.pickUps.get(question.topicId);
    const people = [...this.router.memory.people()].filter(
      ({ pickUps, memberId }) => pickUps >= LEAST_PICK_UPS && memberId !== question.askerId,
    );
    const share = Math.min(1, OTHERS / Math.max(people.length, 1));
    for (const person of people) {
      const did = picked?.has(person.memberId) ?? false;
      const pair = this.router.pair(question, person, question.at / DAY);
      const match = matchFigures(pair);
      const possible = this.today.get(person);
      if (possible) possible.push({ figures: match, picked: did });
      else this.today.set(person, [{ figures: match, picked: did }]);
      if (!did && this.random() > share) continue;
      const count = did ? 1 : 1 / share;
      this.chances.add([...match, ...chanceFigures(pair, 0).slice(1)], did, count);
      if (!first.has(person.memberId)) this.presence.add(presenceFigures(pair), did, count);
    }
  }

  replied({ topicId, memberId, at }: RoutedReply): void {
    if (this.router.memory.pickUpsOf(topicId).length > 0) this.open.delete(topicId);
    const person = this.router.memory.person(memberId);
    for (const [id, question] of this.open) if (at - question.at > WAITS) this.open.delete(id);
    if (!person || person.pickUps === 0) return;
    const waiting = [...this.open.values()].filter(({ askerId }) => askerId !== memberId);
    const share = Math.min(1, OTHERS / 2 / Math.max(waiting.length, 1));
    waiting.forEach((question, older) => {
      const did = this.pickUps.get(question.topicId)?.has(memberId) ?? false;
      if (!did && this.random() > share) return;
      const pair = this.router.pair(question, person, at / DAY);
      const place = { older, newer: waiting.length - 1 - older };
      this.waiting.add(hereFigures(pair, place), did, did ? 1 : 1 / share);
    });
  }

  /** All that was gathered. */
  get taught(): Taught {
    this.endDay(Infinity);
    return {
      match: this.match.rows,
      chances: this.chances.rows,
      presence: this.presence.rows,
      here: this.waiting.rows,
    };
  }

  private endDay(day: number): void {
    if (day === this.day) return;
    this.day = day;
    for (const possible of this.today.values()) {
      const did = possible.filter(({ picked }) => picked);
      const didNot = possible.filter(({ picked }) => !picked);
      if (did.length === 0 || didNot.length === 0) continue;
      for (let n = 0; n < PAIRS; n++) {
        const one = this.oneOf(did).figures;
        const other = this.oneOf(didNot).figures;
        this.match.add(
          one.map((value, i) => value - other[i]!),
          true,
        );
      }
    }
    this.today = new Map();
  }

  private oneOf<One>(list: readonly One[]): One {
    return list[Math.floor(this.random() * list.length)]!;
  }
}
