import { READ_WORDS } from '../learning/example.ts';
import { VectorList } from '../vectors/vector-list.ts';
import type { WordVectors } from '../vectors/word-vectors.ts';
import { beginningOf, unicodeWords } from '../words/unicode-words.ts';
import { scaleToBest } from './best.ts';
import { Bm25 } from './bm25.ts';

/** A word that more of the threads have says nothing about any of them, in whatever language. */
const COMMON = 0.1;
/** Below so many threads nothing is known to be common. */
const LEAST_THREADS = 100;

/** A text that something is looked for by, compared with every thread that is known. */
export interface Comparison {
  /** The words that are not common to many threads. */
  readonly words: readonly string[];
  readonly vector: Float32Array;
  /** By thread: how like it is by what was learned, -1 to 1. */
  readonly likeness: Float32Array;
  /** By thread: how many rare words it shares (BM25); the most is 1. */
  readonly sharedWords: Float64Array;
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
  private readonly words = new Bm25();
  private readonly threads: VectorList;
  private readonly replies = new Map<number, Float32Array>();

  constructor(vectors: WordVectors) {
    this.vectors = vectors;
    this.threads = new VectorList(vectors.dimensions);
  }

  get size(): number {
    return this.threads.length;
  }

  /** Adds a thread; its number is returned. */
  ask(thread: { readonly at: number; readonly title: string; readonly body: string }): number {
    const { words, vector } = this.read(thread.title, thread.body);
    this.words.add(words);
    this.threads.push(vector.map((value) => value / 2));
    this.askedAt.push(thread.at);
    return this.lastActive.push(thread.at) - 1;
  }

  /** Adds what someone else than the asker replied. */
  reply(thread: number, at: number, text: string): void {
    const reply = this.vectors.embed(beginningOf(text, READ_WORDS.reply));
    const sum = this.replies.get(thread) ?? new Float32Array(reply.length);
    const before = half(sum);
    for (let d = 0; d < sum.length; d++) sum[d]! += reply[d]!;
    const after = half(sum);
    const whole = this.threads.at(thread);
    for (let d = 0; d < whole.length; d++) whole[d]! += after[d]! - before[d]!;
    this.replies.set(thread, sum);
    this.lastActive[thread] = Math.max(this.lastActive[thread] ?? 0, at);
  }

  /** Compares a text once for all who rank by it. */
  compare(title: string, body: string): Comparison {
    const { words: all, vector } = this.read(title, body);
    const words = this.size < LEAST_THREADS ? all : all.filter((word) => this.words.shareWith(word) <= COMMON);
    return {
      words,
      vector,
      likeness: this.threads.dots(vector),
      sharedWords: scaleToBest(this.words.scores(words)),
    };
  }

  /** The rare words of a comparison that a thread was asked with, rarest first. */
  wordsSharedWith(thread: number, { words }: Comparison): string[] {
    return this.words.sharedWith(thread, words);
  }

  private read(title: string, body: string): Pick<Comparison, 'words' | 'vector'> {
    return {
      words: unicodeWords(`${title} ${body}`),
      vector: this.vectors.embed(`${title} ${beginningOf(body, READ_WORDS.body)}`),
    };
  }
}

/** A vector scaled to length one half. */
function half(vector: Float32Array): Float32Array {
  let square = 0;
  for (const value of vector) square += value * value;
  const length = Math.sqrt(square) * 2 + 1e-9;
  return vector.map((value) => value / length);
}
