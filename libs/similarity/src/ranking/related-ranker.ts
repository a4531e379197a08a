import type { Evidence } from '../suggestions/evidence.ts';
import { best } from './best.ts';
import type { Comparison } from './comparison.ts';
import { LinkTargets } from './link-targets.ts';
import { neighbours, shareOf, type Neighbour } from './neighbours.ts';
import type { ThreadMemory } from './thread-memory.ts';

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
  private readonly targets = new LinkTargets();
  /** The threads from which others pointed to any, in the order in which they first did. */
  private readonly sources: number[] = [];
  private readonly targetsOf = new Map<number, number[]>();

  constructor(memory: ThreadMemory) {
    this.memory = memory;
  }

  /** Someone other than the asker pointed from one thread to another. */
  link(from: number, to: number, at: number): void {
    this.targets.add(to, at);
    const known = this.targetsOf.get(from);
    if (known) known.push(to);
    else {
      this.sources.push(from);
      this.targetsOf.set(from, [to]);
    }
  }

  /** `now` is in milliseconds since 1970. */
  rank(query: Comparison, now: number, count: number): RelatedSuggestion[] {
    const { likeness, basis } = query;
    const scores = this.withoutLinks(query, now);
    this.memory.exclude(scores);
    const near = neighbours(this.sources, (thread) => likeness[thread]!);
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
        links: this.targets.countOf(thread),
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
    const weights = WEIGHTS[basis];
    const asked = this.memory.askedLately.at(now);
    const week = this.memory.activeThisWeek.at(now);
    const lately = this.memory.activeLately.at(now);
    const [ofAsked, ofWeek, ofLately] = [
      weights.askedLately * asked.factor,
      weights.activeThisWeek * week.factor,
      weights.activeLately * lately.factor,
    ];
    const scores = this.memory.scratch.take(likeness.length);
    for (let thread = 0; thread < scores.length; thread++)
      scores[thread] =
        weights.likeness * likeness[thread]! +
        weights.sharedWords * sharedWords[thread]! +
        ofAsked * asked.left[thread]! +
        ofWeek * week.left[thread]! +
        ofLately * lately.left[thread]!;
    return scores;
  }

  private addLinks(scores: Float64Array, { basis }: Comparison, { votes, usual, now }: Said): void {
    const weights = WEIGHTS[basis];
    const { threads, often, linkedLately } = this.targets;
    const { left, factor } = linkedLately.at(now);
    const ofLately = weights.linkedLately * factor;
    for (let place = 0; place < threads.length; place++)
      scores[threads[place]!]! += weights.linkedOften * often[place]! + ofLately * left[place]!;
    const most = Math.max(...votes.values());
    for (const [to, vote] of votes) scores[to]! += (weights.linkedBySimilar * vote) / most;
    for (const [to, share] of usual) scores[to]! += weights.usual * share;
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
