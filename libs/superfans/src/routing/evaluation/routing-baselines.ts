import { best, Bm25 } from '@app/similarity';
import { Decayed } from '../decayed';
import type { RoutedPerson } from '../routed-person';
import type { RoutedQuestion } from '../routed-question';
import type { RoutingMemory } from '../routing-memory';

const DAY = 86_400_000;
const NEAREST = 200;
/** How the plain way compares texts. */
const BM25 = { repetition: 1.2, length: 0.5 } as const;
const SIMILAR_DAYS = 360;
const TAG_DAYS = 240;

/** What the simple ways say of each person for a question, in the order of the people. */
export interface BaselineScores {
  readonly 'answers of all time': Float64Array;
  readonly 'answers decayed over 60 days': Float64Array;
  readonly 'similar threads by BM25, decayed': Float64Array;
  readonly 'activity + similar': Float64Array;
  readonly 'fixed formula with tags': Float64Array;
}

/** The simple ways of telling who answers, for comparison. */
export class RoutingBaselines {
  private readonly texts = new Bm25(BM25);
  private readonly topics: string[] = [];
  private readonly byTag = new Map<string, Map<RoutedPerson, Decayed>>();

  constructor(
    private readonly memory: RoutingMemory,
    private readonly words: (topicId: string) => string[],
  ) {}

  /** A question that has come; nothing is said of it. */
  remember({ topicId }: RoutedQuestion): void {
    this.texts.add(this.words(topicId));
    this.topics.push(topicId);
  }

  /** Somebody answered a question for the first time. */
  pickedUp(person: RoutedPerson, tagIds: readonly string[], at: number): void {
    for (const tagId of tagIds) {
      const people = this.byTag.get(tagId) ?? new Map<RoutedPerson, Decayed>();
      const count = people.get(person) ?? new Decayed(TAG_DAYS);
      count.add(at / DAY);
      this.byTag.set(tagId, people.set(person, count));
    }
  }

  /** Of a question that is not remembered yet. */
  scores({ topicId, tagIds, at }: RoutedQuestion, people: readonly RoutedPerson[]): BaselineScores {
    const now = at / DAY;
    const activity = Float64Array.from(people, ({ lately }) => lately.days60.valueAt(now));
    const similar = this.similar(topicId, people, now);
    const tags = this.tags(tagIds, people, now);
    const standing = [activity, similar, tags].map(standardised);
    const [active, alike, tagged] = standing as [Float64Array, Float64Array, Float64Array];
    const both = active.map((value, place) => value + alike[place]!);
    return {
      'answers of all time': Float64Array.from(people, ({ pickUps }) => pickUps),
      'answers decayed over 60 days': activity,
      'similar threads by BM25, decayed': similar,
      'activity + similar': both,
      'fixed formula with tags': both.map((value, place) => value + 0.5 * tagged[place]!),
    };
  }

  private similar(topicId: string, people: readonly RoutedPerson[], now: number): Float64Array {
    const places = new Map(people.map((person, place) => [person, place]));
    const found = new Float64Array(people.length);
    const likeness = this.texts.scores(this.words(topicId));
    this.topics.forEach((id, number) => {
      if (this.memory.pickUpsOf(id).length === 0) likeness[number] = 0;
    });
    for (const number of best(likeness, NEAREST)) {
      if (likeness[number]! <= 0) break;
      for (const { person, at } of this.memory.pickUpsOf(this.topics[number]!)) {
        const place = places.get(person);
        if (place !== undefined) found[place]! += likeness[number]! * Math.exp((at - now) / SIMILAR_DAYS);
      }
    }
    return found;
  }

  private tags(tagIds: readonly string[], people: readonly RoutedPerson[], now: number): Float64Array {
    const found = new Float64Array(people.length);
    for (const tagId of tagIds) {
      const theirs = this.byTag.get(tagId);
      if (!theirs) continue;
      const rarity = Math.log(3 + theirs.size);
      people.forEach((person, place) => (found[place]! += (theirs.get(person)?.valueAt(now) ?? 0) / rarity));
    }
    return found;
  }
}

/** Logarithms, as deviations from their mean. */
function standardised(values: Float64Array): Float64Array {
  const logs = values.map(Math.log1p);
  const mean = logs.reduce((sum, value) => sum + value, 0) / logs.length;
  const spread = Math.sqrt(logs.reduce((sum, value) => sum + (value - mean) ** 2, 0) / logs.length);
  return logs.map((value) => (value - mean) / (spread + 1e-6));
}
