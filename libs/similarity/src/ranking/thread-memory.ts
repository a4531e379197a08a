import { READ_WORDS } from '../learning/example.ts';
import { PretrainedVectors } from '../vectors/pretrained-vectors.ts';
import { VectorList } from '../vectors/vector-list.ts';
import type { WordVectors } from '../vectors/word-vectors.ts';
import { beginningOf, unicodeWords } from '../words/unicode-words.ts';
import { best, scaleToBest } from './best.ts';
import { Bm25 } from './bm25.ts';
import type { Comparison } from './comparison.ts';
import { Fading } from './fading.ts';
import { nearby } from './nearby.ts';
import { Scratch } from './scratch.ts';

/** A word that more of the threads have says nothing about any of them, in whatever language. */
const COMMON = 0.1;
/** Below so many threads nothing is known to be common. */
const LEAST_THREADS = 100;

/** How much sharing the most rare words adds to the likeness of threads that may have a say. */
const SHARED_WORDS = 0.1;

/** A thread with all that was said in it so far, as plain text. */
export interface WholeThread {
  /** When it was asked, in milliseconds since 1970. */
  readonly at: number;
  /** When something was last said in it. */
  readonly lastActive: number;
  readonly title: string;
  readonly body: string;
  /** What others than the asker replied. */
  readonly replies: readonly string[];
}

/**
 * The threads of a community as far as they are known, ready to be compared: each is what was asked and, half of it, what
 * was replied, because what helps is often named by the replies only. Threads are numbered as they are added.
 */
export class ThreadMemory {
  readonly vectors: WordVectors;
  /** When something was last said in each thread, in milliseconds since 1970. */
  readonly lastActive: number[] = [];
  /** When each thread was asked. */
  readonly askedAt: number[] = [];
  /** What is left of each thread's freshness, for rankers. */
  readonly askedLately = new Fading(this.askedAt, 30);
  readonly activeThisWeek = new Fading(this.lastActive, 3);
  readonly activeLately = new Fading(this.lastActive, 30);
  /** For scores that are needed no longer when the next text is compared, or ranked for. */
  readonly scratch = new Scratch((length) => new Float64Array(length));
  private readonly sum = new Scratch((length) => new Float32Array(length));
  private readonly replied = new Scratch((length) => new Float32Array(length));
  private readonly likeness = new Scratch((length) => new Float32Array(length));
  private readonly sharedWords = new Scratch((length) => new Float64Array(length));
  private readonly words = new Bm25();
  private readonly threads: VectorList;
  private readonly replies = new Map<number, Float32Array>();
  private readonly gone = new Set<number>();
  private readonly pretrained = new PretrainedVectors();

  constructor(vectors: WordVectors) {
    this.vectors = vectors;
    this.threads = new VectorList(vectors.dimensions);
  }

  /** How many numbers were given; those of forgotten threads among them. */
  get size(): number {
    return this.threads.length;
  }

  /** How many threads were forgotten and still have their numbers. */
  get forgotten(): number {
    return this.gone.size;
  }

  /** About how many bytes the threads take. */
  get bytes(): number {
    const replies = this.replies.size * 8 * this.vectors.dimensions;
    return this.threads.bytes + this.pretrained.bytes + this.words.bytes + this.size * 46 + replies;
  }

  knows(thread: number): boolean {
    return thread < this.size && !this.gone.has(thread);
  }

  /** Adds a thread; its number is returned. */
  ask(thread: { readonly at: number; readonly title: string; readonly body: string }): number {
    return this.add(thread, []);
  }

  /** Adds what someone else than the asker replied. */
  reply(thread: number, at: number, text: string): void {
    const sum = this.replies.get(thread) ?? new Float32Array(this.vectors.dimensions);
    const before = scaleToHalf(sum.slice());
    this.addReply(sum, text);
    const after = scaleToHalf(sum.slice());
    const whole = this.threads.at(thread);
    for (let d = 0; d < whole.length; d++) whole[d]! += after[d]! - before[d]!;
    this.threads.set(thread, whole);
    this.replies.set(thread, sum);
    this.said(thread, Math.max(this.lastActive[thread] ?? 0, at));
  }

  /** Adds a thread as it is today; its number is returned. What is said later is told by `retell`, not by `reply`. */
  remember(thread: WholeThread): number {
    const number = this.add(thread, thread.replies);
    this.said(number, thread.lastActive);
    return number;
  }

  /** Tells a thread anew in which something else was replied; what was asked must be the same. */
  retell(number: number, { title, body, replies, lastActive }: WholeThread): void {
    this.threads.set(number, this.whole(this.read(title, body).vector, replies));
    this.said(number, lastActive);
  }

  /** Tells what a pretrained model says of a thread, as it was asked: a vector of length 1. */
  putPretrained(thread: number, vector: Float32Array): void {
    this.pretrained.put(thread, vector);
  }

  /** It is found no longer; its number stays taken until `compact`. */
  forget(thread: number): void {
    this.threads.set(thread, new Float32Array(this.threads.dimensions));
    this.replies.delete(thread);
    this.pretrained.remove(thread);
    this.gone.add(thread);
  }

  /** Lets no forgotten thread be among the best. */
  exclude(scores: Float64Array): void {
    for (const thread of this.gone) scores[thread] = -Infinity;
  }

  /** Numbers anew those that are not forgotten, in their order: the old numbers, by new number. */
  compact(): number[] {
    const kept = Array.from({ length: this.size }, (_, number) => number).filter((number) => !this.gone.has(number));
    this.threads.keep(kept);
    this.words.keep(kept);
    this.pretrained.keep(kept);
    for (const times of [this.askedAt, this.lastActive]) {
      kept.forEach((number, place) => (times[place] = times[number]!));
      times.length = kept.length;
    }
    for (const fading of [this.askedLately, this.activeThisWeek, this.activeLately]) fading.renumbered();
    const replies = kept.map((number) => this.replies.get(number));
    this.replies.clear();
    replies.forEach((sum, place) => sum && this.replies.set(place, sum));
    this.gone.clear();
    return kept;
  }

  /**
   * Compares a text once for all who rank by it.
   * @param pretrained the same text by the pretrained model whose vectors the threads have
   */
  compare(title: string, body: string, pretrained?: Float32Array): Comparison {
    const { words: all, vector } = this.read(title, body);
    const words = this.size < LEAST_THREADS ? all : all.filter((word) => this.words.shareWith(word) <= COMMON);
    const sharedWords = this.words.scores(words, this.sharedWords.take(this.size));
    for (const thread of this.gone) sharedWords[thread] = 0;
    scaleToBest(sharedWords);
    const likeness = this.threads.dots(vector, this.likeness.take(this.size));
    const isLearned = this.vectors.size > 0;
    const together = this.pretrained.blend(likeness, pretrained, isLearned);
    const alone = isLearned ? 'LEARNED' : 'WORDS';
    const near = this.scratch.take(likeness.length);
    for (let thread = 0; thread < near.length; thread++)
      near[thread] = likeness[thread]! + SHARED_WORDS * sharedWords[thread]!;
    return {
      words,
      vector,
      pretrained: together ? pretrained : undefined,
      basis: together ? 'PRETRAINED_TOO' : alone,
      likeness,
      sharedWords,
      nearby: nearby(this, near),
    };
  }

  /** The answered threads that are likest to a text, by what was learned or else by rare words they share, likest first. */
  likest(title: string, body: string, count: number): { readonly thread: number; readonly likeness: number }[] {
    const likeness =
      this.vectors.size > 0
        ? this.threads.dots(this.read(title, body).vector, this.likeness.take(this.size))
        : this.shared(title, body);
    for (let thread = 0; thread < likeness.length; thread++) {
      const answered = this.lastActive[thread]! > this.askedAt[thread]!;
      if (!answered || this.gone.has(thread)) likeness[thread] = -Infinity;
    }
    return best(likeness, count)
      .filter((thread) => likeness[thread]! > 0)
      .map((thread) => ({ thread, likeness: likeness[thread]! }));
  }

  /** The rare words of a comparison that a thread was asked with, rarest first. */
  wordsSharedWith(thread: number, { words }: Comparison): string[] {
    return this.words.sharedWith(thread, words);
  }

  private said(thread: number, at: number): void {
    this.lastActive[thread] = at;
    this.activeThisWeek.changed(thread);
    this.activeLately.changed(thread);
  }

  private add({ at, title, body }: Pick<WholeThread, 'at' | 'title' | 'body'>, replies: readonly string[]): number {
    const { words, vector } = this.read(title, body);
    this.words.add(words);
    this.threads.push(this.whole(vector, replies));
    this.askedAt.push(at);
    return this.lastActive.push(at) - 1;
  }

  /** What was asked, and half of it what was replied; written over the vector of what was asked. */
  private whole(asked: Float32Array, replies: readonly string[]): Float32Array {
    const sum = this.sum.take(asked.length).fill(0);
    for (const text of replies) this.addReply(sum, text);
    scaleToHalf(sum);
    for (let d = 0; d < asked.length; d++) asked[d] = asked[d]! / 2 + sum[d]!;
    return asked;
  }

  private addReply(sum: Float32Array, text: string): void {
    const words = unicodeWords(beginningOf(text, READ_WORDS.reply));
    const reply = this.vectors.embedWords(words, this.replied.take(sum.length));
    for (let d = 0; d < sum.length; d++) sum[d]! += reply[d]!;
  }

  private shared(title: string, body: string): Float64Array {
    const words = unicodeWords(`${title} ${beginningOf(body, READ_WORDS.body)}`);
    return scaleToBest(this.words.scores(words, this.sharedWords.take(this.size)));
  }

  private read(title: string, body: string): Pick<Comparison, 'words' | 'vector'> {
    const words = unicodeWords(`${title} ${body}`);
    const beginning = beginningOf(body, READ_WORDS.body);
    const known = beginning.length === body.length ? words : unicodeWords(`${title} ${beginning}`);
    return { words, vector: this.vectors.embedWords(known) };
  }
}

/** Scales a vector in place to length one half. */
function scaleToHalf(vector: Float32Array): Float32Array {
  let square = 0;
  for (const value of vector) square += value * value;
  const length = Math.sqrt(square) * 2 + 1e-9;
  for (let d = 0; d < vector.length; d++) vector[d]! /= length;
  return vector;
}
