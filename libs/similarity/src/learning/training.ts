import { WordVectors } from '../vectors/word-vectors.ts';
import { Contrast } from './contrast.ts';
import type { Lesson, Pair } from './corpus.ts';
import { SeededRandom } from './seeded-random.ts';
import { TextBatch } from './text-batch.ts';

/** How vectors are learned. The defaults are those that docs/decisions tells about. */
export interface TrainingOptions {
  readonly seed: number;
  /** Numbers of a vector; even. */
  readonly dimensions: number;
  /** Pairs that are compared with one another at a time. */
  readonly batch: number;
  /** How often each pair is read; twice as often learns the past by heart. */
  readonly epochs: number;
  readonly rate: number;
  /** How near counts as near: the smaller, the more the nearest wrong texts matter. */
  readonly temperature: number;
}

export const TRAINING: TrainingOptions = {
  seed: 1,
  dimensions: 128,
  batch: 128,
  epochs: 5,
  rate: 0.05,
  temperature: 0.07,
};

/**
 * Learns vectors for the words of a lesson. It yields how much is done (0 to 1) after each batch, so that who runs it may
 * show it, pause, or stop; it returns the vectors.
 */
export class Training {
  private readonly vectors: Float32Array;
  private readonly squares: Float32Array;
  private readonly slope: Float32Array;
  private readonly touched = new Set<number>();
  private readonly random: SeededRandom;
  private readonly lesson: Lesson;
  private readonly options: TrainingOptions;
  private readonly batch: number;

  constructor(lesson: Lesson, options: TrainingOptions = TRAINING) {
    this.lesson = lesson;
    this.options = options;
    this.batch = Math.min(options.batch, lesson.pairs.length);
    this.random = new SeededRandom(options.seed);
    const size = lesson.words.length * options.dimensions;
    this.squares = new Float32Array(size).fill(1e-6);
    this.slope = new Float32Array(size);
    this.vectors = this.start(size);
  }

  *run(): Generator<number, WordVectors> {
    const { pairs, words } = this.lesson;
    const { dimensions, temperature } = this.options;
    const { batch } = this;
    // One pair alone has nothing to be told apart from.
    const epochs = batch > 1 ? this.options.epochs : 0;
    const left = new TextBatch(batch, dimensions);
    const right = new TextBatch(batch, dimensions);
    const contrast = new Contrast(batch, dimensions, temperature);
    const ofLeft = new Float32Array(batch * dimensions);
    const ofRight = new Float32Array(batch * dimensions);
    const touch = (word: number): unknown => this.touched.add(word);
    for (let epoch = 0; epoch < epochs; epoch++) {
      const order = this.random.permutation(pairs.length);
      for (let at = 0; at + batch <= pairs.length; at += batch) {
        const some = Array.from(order.subarray(at, at + batch), (number): Pair => pairs[number]!);
        left.fill(
          some.map((pair) => pair.left),
          this.vectors,
        );
        right.fill(
          some.map((pair) => pair.right),
          this.vectors,
        );
        contrast.slopes(left.rows, right.rows, ofLeft, ofRight);
        left.spread(ofLeft, this.slope, touch);
        right.spread(ofRight, this.slope, touch);
        this.step();
        yield (epoch + (at + batch) / pairs.length) / epochs;
      }
    }
    return new WordVectors(words, this.vectors);
  }

  /** Frequent words start small: they say little until they prove otherwise. */
  private start(size: number): Float32Array {
    const { rarity } = this.lesson;
    const mean = rarity.reduce((sum, one) => sum + one, 0) / rarity.length;
    const { dimensions } = this.options;
    const vectors = new Float32Array(size);
    for (let at = 0; at < size; at++) {
      vectors[at] = (this.random.normal() * 0.1 * rarity[Math.floor(at / dimensions)]!) / mean;
    }
    return vectors;
  }

  /** Adagrad: each number moves the less, the more it has moved already. */
  private step(): void {
    const { vectors, squares, slope } = this;
    const { dimensions, rate } = this.options;
    for (const word of this.touched) {
      for (let at = word * dimensions; at < (word + 1) * dimensions; at++) {
        const change = slope[at]!;
        squares[at]! += change * change;
        vectors[at]! -= (rate * change) / Math.sqrt(squares[at]!);
        slope[at] = 0;
      }
    }
    this.touched.clear();
  }
}
