import type { Evidence } from '../suggestions/evidence.ts';
import { best, scaleToBest } from './best.ts';
import { neighbours, shareOf, type Neighbour } from './neighbours.ts';
import type { Comparison, ThreadMemory } from './thread-memory.ts';

const DAY = 86_400_000;

/** What counts how much; found on 2023-07 to 2024-06 of a real community (docs/decisions). */
const LEARNED = {
  likeness: 1,
  sharedWords: 0.34,
  askedLately: 0.16,
  activeThisWeek: 0.08,
  activeLately: 0.13,
  linkedOften: 0.07,
  linkedBySimilar: 0.28,
  linkedLately: 0.19,
  usual: 4,
} as const;

/** Likeness by a pretrained model too varies less from thread to thread, and errs less. */
const PRETRAINED_TOO = {
  ...LEARNED,
  likeness: 1.4,
  sharedWords: 0.24,
  activeThisWeek: 0.13,
  linkedLately: 0.29,
} as const;

const WEIGHTS = { WORDS: LEARNED, LEARNED, PRETRAINED_TOO } as const;

interface Linked {
  count: number;
  last: number;
}

/** An earlier thread that may be about the same, with what speaks for it. */
export interface RelatedSuggestion {
  /** Number of the thread. */
  readonly thread: number;
  readonly score: number;
  /** How like it is, -1 to 1. */
  readonly likeness: number;
  /** How often others pointed to it. */
  readonly links: number;
  /** The similar earlier threads that pointed to it, strongest first. */
  readonly because: readonly Neighbour[];
  /** The rare words that it shares, rarest first. */
  readonly words: readonly string[];
  readonly evidence: Evidence;
}

/** Ranks earlier threads by likeness, by how often and how lately others pointed to them, and by how fresh they are. */
export class RelatedRanker {
  private readonly memory: ThreadMemory;
  private readonly targets = new Map<number, Linked>();
  private readonly targetsOf = new Map<number, number[]>();

  constructor(memory: ThreadMemory) {
    this.memory = memory;
  }

  /** Someone other than the asker pointed from one thread to another. */
  link(from: number, to: number, at: number): void {
    const { count, last } = this.targets.get(to) ?? { count: 0, last: at };
    this.targets.set(to, { count: count + 1, last: Math.max(last, at) });
    this.targetsOf.set(from, [...(this.targetsOf.get(from) ?? []), to]);
  }

  /** `now` is in milliseconds since 1970. */
  rank(query: Comparison, now: number, count: number): RelatedSuggestion[] {
    const { likeness, basis } = query;
    const scores = this.withoutLinks(query, now);
    this.memory.exclude(scores);
    const near = neighbours([...this.targetsOf.keys()], (thread) => likeness[thread]!);
    const [votes, usual] = [this.votesOf(near), this.votesOf(query.nearby.usual)];
    const [lately, ever] = [this.votesOf(query.nearby.lately), this.votesOf(query.nearby.ever)];
    const anything = shareOf(query.nearby.lately, this.targetsOf);
    this.addLinks(scores, query, { votes, usual, now });
    const nearest = near[0] ? likeness[near[0].thread]! : 0;
    return best(scores, count)
      .filter((thread) => this.memory.knows(thread))
      .map((thread) => ({
        thread,
        score: scores[thread]!,
        likeness: likeness[thread]!,
        links: this.targets.get(thread)?.count ?? 0,
        because: near.filter((one) => this.targetsOf.get(one.thread)?.includes(thread)),
        words: this.memory.wordsSharedWith(thread, query),
        evidence: {
          basis,
          score: scores[thread]!,
          votes: votes.get(thread) ?? 0,
          lately: lately.get(thread) ?? 0,
          ever: ever.get(thread) ?? 0,
          anything,
          nearest,
          likeness: likeness[thread]!,
          text: query.sharedWords[thread]!,
        },
      }));
  }

  private withoutLinks({ likeness, sharedWords, basis }: Comparison, now: number): Float64Array {
    const { askedAt, lastActive } = this.memory;
    const weights = WEIGHTS[basis];
    return sharedWords.map((words, thread) => {
      const silent = now - lastActive[thread]!;
      return (
        weights.likeness * likeness[thread]! +
        weights.sharedWords * words +
        weights.askedLately * fading(now - askedAt[thread]!, 30) +
        weights.activeThisWeek * fading(silent, 3) +
        weights.activeLately * fading(silent, 30)
      );
    });
  }

  private addLinks(scores: Float64Array, { basis }: Comparison, { votes, usual, now }: Said): void {
    const weights = WEIGHTS[basis];
    const voted = scaleToBest(Float64Array.from(this.targets.keys(), (to) => votes.get(to) ?? 0));
    let place = 0;
    for (const [to, { count, last }] of this.targets) {
      scores[to]! +=
        weights.linkedOften * Math.log1p(count) +
        weights.linkedLately * fading(now - last, 30) +
        weights.linkedBySimilar * voted[place++]! +
        weights.usual * (usual.get(to) ?? 0);
    }
  }

  private votesOf(near: readonly Neighbour[]): Votes {
    const votes = new Map<number, number>();
    for (const { thread, weight } of near)
      for (const to of this.targetsOf.get(thread) ?? []) votes.set(to, (votes.get(to) ?? 0) + weight);
    return votes;
  }
}

/** Sums of weights, by thread pointed to. */
type Votes = ReadonlyMap<number, number>;

/** What threads say of others at a moment: those that point to any, and all that are nearby. */
interface Said {
  readonly votes: Votes;
  readonly usual: Votes;
  readonly now: number;
}

/** 1 now, a third after so many days, and so on. */
function fading(milliseconds: number, days: number): number {
  return Math.exp(-milliseconds / DAY / days);
}
