import { setImmediate } from 'node:timers/promises';
import { VectorList } from '../vectors/vector-list';
import { chanceOfAtLeast } from './poisson';

export const DAY = 86_400_000;
/** Days before the last one that say what is usual. */
export const USUAL_DAYS = 28;
/** From this likeness on, two questions are about one thing. */
const NEAR = 0.5;
/** A burst is at least so many people's. */
const LEAST_PEOPLE = 5;
/** How probable it may be that a day without any burst is taken for one with: once in fifty days. */
const FALSE_ALARM = 0.02;
/** Topics that are compared before others have their turn. */
const AT_ONCE = 10;

/** Somebody asked, or said "me too". */
export interface Voice {
  readonly at: number;
  readonly memberId: string;
}

/** A topic that somebody has asked, or said "me too" to, lately. */
export interface HeardTopic {
  readonly id: string;
  readonly vector: Float32Array;
  readonly voices: readonly Voice[];
}

/** More people than usual come with one thing. */
export interface Burst {
  /** The topic most like the others. */
  readonly subjectId: string;
  /** All topics that are part of it. */
  readonly topicIds: readonly string[];
  /** Questions and me-toos in the last day, and how many there would be on a usual one. */
  readonly observed: number;
  readonly expected: number;
  readonly people: number;
}

/** How many came in the last day, and in the 28 before. */
interface Count {
  readonly today: number;
  readonly before: number;
}

interface Crowd extends Omit<Burst, 'subjectId'> {
  readonly chance: number;
  readonly numbers: readonly number[];
}

/**
 * Finds what bursts. Around each topic that somebody came with in the last day, the questions and me-toos of the last day
 * are counted among all topics that are like it, and compared with those of the 28 days before: it is a burst where a
 * Poisson distribution with the mean
 *
 *   (count of the 28 days + 1) / 28, times how much busier the rest of the community is than on a usual day, if it is:
 *   (count of the day + 1) / (count of the 28 days / 28 + 1)
 *
 * gives less than 1/50, divided by the number of topics looked at, for as many as there were without the first.
 */
export class BurstFinder {
  private readonly vectors: VectorList;

  constructor(
    private readonly topics: readonly HeardTopic[],
    private readonly now: number,
  ) {
    this.vectors = new VectorList(topics[0]?.vector.length ?? 0);
    for (const { vector } of topics) this.vectors.push(vector);
  }

  /** The surest first; a topic is part of one at most. */
  async find(): Promise<Burst[]> {
    const all = this.count(this.topics.map((_, number) => number));
    const lately = this.topics.flatMap(({ voices }, number) =>
      voices.some(({ at }) => this.isToday(at)) ? [number] : [],
    );
    const crowds: Crowd[] = [];
    for (const [place, number] of lately.entries()) {
      if (place % AT_ONCE === 0) await setImmediate();
      const crowd = this.crowd(number, all);
      if (crowd.people >= LEAST_PEOPLE && crowd.chance * lately.length < FALSE_ALARM) crowds.push(crowd);
    }
    return this.apart(crowds.sort((a, b) => a.chance - b.chance));
  }

  private crowd(center: number, all: Count): Crowd {
    const near = [...this.vectors.dots(this.topics[center]!.vector)].flatMap((likeness, number) =>
      likeness >= NEAR || number === center ? [number] : [],
    );
    const { today, before } = this.count(near);
    const busier = Math.max(1, (all.today - today + 1) / ((all.before - before) / USUAL_DAYS + 1));
    const expected = ((before + 1) / USUAL_DAYS) * busier;
    const numbers = near.filter((number) => this.topics[number]!.voices.some(({ at }) => this.isToday(at)));
    const people = new Set(numbers.flatMap((number) => this.todaysPeople(number))).size;
    const topicIds = numbers.map((number) => this.topics[number]!.id);
    return { topicIds, numbers, observed: today, expected, people, chance: chanceOfAtLeast(today - 1, expected) };
  }

  private apart(crowds: readonly Crowd[]): Burst[] {
    const taken = new Set<string>();
    const bursts: Burst[] = [];
    for (const { topicIds, numbers, observed, expected, people } of crowds) {
      if (topicIds.some((id) => taken.has(id))) continue;
      for (const id of topicIds) taken.add(id);
      bursts.push({ subjectId: this.topics[this.middle(numbers)]!.id, topicIds, observed, expected, people });
    }
    return bursts;
  }

  /** The one most like the others, by how many came with each. */
  private middle(numbers: readonly number[]): number {
    const closeness = numbers.map((number) => {
      const likeness = this.vectors.dots(this.topics[number]!.vector);
      return numbers.reduce((sum, other) => sum + likeness[other]! * this.todaysPeople(other).length, 0);
    });
    return numbers[closeness.indexOf(Math.max(...closeness))]!;
  }

  private count(numbers: readonly number[]): Count {
    let today = 0;
    let before = 0;
    for (const number of numbers) {
      for (const { at } of this.topics[number]!.voices) {
        if (this.isToday(at)) today++;
        else before++;
      }
    }
    return { today, before };
  }

  private todaysPeople(number: number): string[] {
    return this.topics[number]!.voices.filter(({ at }) => this.isToday(at)).map(({ memberId }) => memberId);
  }

  private isToday(at: number): boolean {
    return at > this.now - DAY;
  }
}
