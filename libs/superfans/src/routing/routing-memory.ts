import type { AskMade } from './assignment.ts';
import { Decayed } from './decayed.ts';
import { HourHabit, hourOf } from './hour-habit.ts';
import type { RoutedQuestion, RoutedReply } from './routed-question.ts';
import { RoutedPerson } from './routed-person.ts';
import type { PassReason, RoutingRecord } from './routing.ts';

const DAY = 86_400_000;
const NOBODY: readonly PickUp[] = [];

/** Somebody's first answer to a question of somebody else. */
export interface PickUp {
  readonly person: RoutedPerson;
  /** In days since 1970. */
  readonly at: number;
}

interface KnownTopic {
  readonly askerId: string;
  /** In days since 1970. */
  readonly at: number;
  readonly productIds: readonly string[];
  /** Made anew with each: the engine keeps room for 17 in a list that grows, and most topics have few. */
  pickUps: readonly PickUp[];
}

/** What is known of a community's people, fed in order of time; it never looks ahead. */
export class RoutingMemory implements RoutingRecord {
  /** Questions asked, of the last 60 and 7 days. */
  readonly site = { days60: new Decayed(60), days7: new Decayed(7) };
  /** Questions that somebody answered, of the last year. */
  readonly answered = new Decayed(360);
  /** At which hours questions come. */
  readonly questionHours = new HourHabit();
  /** Asks of the last week. */
  private readonly asks = new Decayed(7);
  private readonly topics = new Map<string, KnownTopic>();
  private readonly known = new Map<string, RoutedPerson>();
  /** Ids of askers and products, each once: what is read comes as a text of its own for each row. */
  private readonly ids = new Map<string, string>();

  asked({ topicId, askerId, at, productIds }: RoutedQuestion): void {
    if (this.topics.has(topicId)) return;
    const now = at / DAY;
    const known = { askerId: this.idOf(askerId), at: now, productIds: productIds.map((id) => this.idOf(id)) };
    this.topics.set(topicId, { ...known, pickUps: NOBODY });
    this.site.days60.add(now);
    this.site.days7.add(now);
    this.questionHours.add(hourOf(now), now);
  }

  replied({ topicId, memberId, at }: RoutedReply): void {
    const topic = this.topics.get(topicId);
    if (topic?.askerId === memberId) return;
    const now = at / DAY;
    const person = this.personOf(memberId);
    person.replied(now);
    if (!topic || topic.pickUps.some((pickUp) => pickUp.person === person)) return;
    if (topic.pickUps.length === 0) this.answered.add(now);
    topic.pickUps = topic.pickUps.concat({ person, at: now });
    person.pickedUp(topic, now);
  }

  askMade({ memberId, at }: AskMade): void {
    this.asks.add(at / DAY);
    this.personOf(memberId).asked.add(at / DAY);
  }

  askPassed({ topicId, memberId, at }: AskMade, reason: PassReason): void {
    const topic = this.topics.get(topicId);
    this.personOf(memberId).passedOn(topic?.productIds ?? [], reason, at / DAY);
  }

  forget(memberId: string): void {
    const person = this.known.get(memberId);
    if (!person) return;
    this.known.delete(memberId);
    for (const topic of this.topics.values()) {
      if (topic.pickUps.some((pickUp) => pickUp.person === person))
        topic.pickUps = topic.pickUps.filter((pickUp) => pickUp.person !== person);
    }
  }

  person(memberId: string): RoutedPerson | undefined {
    return this.known.get(memberId);
  }

  people(): Iterable<RoutedPerson> {
    return this.known.values();
  }

  /** The share of the asks of late that went to some people. @param now in milliseconds since 1970 */
  shareOfAsks(memberIds: ReadonlySet<string>, now: number): number {
    let theirs = 0;
    for (const id of memberIds) theirs += this.known.get(id)?.asked.valueAt(now / DAY) ?? 0;
    return theirs / Math.max(this.asks.valueAt(now / DAY), 1e-9);
  }

  /** The share of what was answered in the last two months that some people answered. @param now in milliseconds since 1970 */
  shareOfAnswers(among: (memberId: string) => boolean, now: number): number {
    let [theirs, all] = [0, 0];
    for (const { memberId, lately } of this.known.values()) {
      const answered = lately.days60.valueAt(now / DAY);
      all += answered;
      if (among(memberId)) theirs += answered;
    }
    return all > 0 ? theirs / all : 1;
  }

  /** Who answered a topic so far, the first first. */
  pickUpsOf(topicId: string): readonly PickUp[] {
    return this.topics.get(topicId)?.pickUps ?? NOBODY;
  }

  /** When a topic was asked, in days since 1970. */
  askedAt(topicId: string): number | undefined {
    return this.topics.get(topicId)?.at;
  }

  private idOf(id: string): string {
    const known = this.ids.get(id);
    if (known === undefined) this.ids.set(id, id);
    return known ?? id;
  }

  private personOf(memberId: string): RoutedPerson {
    let person = this.known.get(memberId);
    if (!person) this.known.set(memberId, (person = new RoutedPerson(memberId)));
    return person;
  }
}
