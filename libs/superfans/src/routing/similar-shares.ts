import type { RoutedPerson } from './routed-person.ts';
import type { RoutedQuestion } from './routed-question.ts';
import type { RoutingMemory } from './routing-memory.ts';

/** How much less alike a thread may be before its say falls to a third. */
const REACH = 0.08;
/** After so many days the say of a thread falls to a third. */
const DAYS = 360;
/** So many answered threads have a say. */
const NEAREST = 200;

/** Of the earlier threads that are like a question, what share somebody answered, and how many. */
export interface SimilarShare {
  readonly share: number;
  readonly count: number;
}

const NONE: SimilarShare = { share: 0, count: 0 };

/** Who answered the earlier threads that are like a question, as it was when this was made. */
export class SimilarShares {
  private readonly shares: ReadonlyMap<RoutedPerson, SimilarShare>;

  private constructor(shares: ReadonlyMap<RoutedPerson, SimilarShare>) {
    this.shares = shares;
  }

  /** @param now in days since 1970 */
  static of(question: RoutedQuestion, memory: RoutingMemory, now: number): SimilarShares {
    const answered = question.like
      .filter(({ topicId }) => topicId !== question.topicId && memory.pickUpsOf(topicId).length > 0)
      .slice(0, NEAREST);
    const most = answered[0]?.likeness ?? 0;
    const shares = new Map<RoutedPerson, { share: number; count: number }>();
    let all = 1e-9;
    for (const { topicId, likeness } of answered) {
      const age = now - (memory.askedAt(topicId) ?? now);
      const weight = Math.exp((likeness - most) / REACH - Math.max(age, 0) / DAYS);
      all += weight;
      for (const { person } of memory.pickUpsOf(topicId)) {
        const share = shares.get(person) ?? { share: 0, count: 0 };
        share.share += weight;
        share.count++;
        shares.set(person, share);
      }
    }
    for (const share of shares.values()) share.share /= all;
    return new SimilarShares(shares);
  }

  get(person: RoutedPerson): SimilarShare {
    return this.shares.get(person) ?? NONE;
  }
}
