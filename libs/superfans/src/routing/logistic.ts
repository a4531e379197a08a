/** How probable something is, as learned: each weight is for a figure as it is given. */
export interface LogisticModel {
  readonly weights: readonly number[];
  readonly intercept: number;
}

const STEPS = 25;

/** How figures are brought to one scale. */
interface Scale {
  readonly means: Float64Array;
  readonly spreads: Float64Array;
}

/** The rows of a lesson as plain numbers, as they are handed to another thread. */
export interface LessonRows {
  readonly width: number;
  readonly values: readonly number[];
  readonly happened: readonly number[];
  readonly counts: readonly number[];
}

/** What a model is learned from: rows of figures, one beside the other, each with whether it happened and what it counts. */
export class Lesson {
  private readonly values: number[] = [];
  private readonly happened: number[] = [];
  private readonly counts: number[] = [];
  private readonly width: number;

  constructor(width: number) {
    this.width = width;
  }

  static of({ width, values, happened, counts }: LessonRows): Lesson {
    const lesson = new Lesson(width);
    happened.forEach((did, n) => lesson.add(values.slice(n * width, (n + 1) * width), did > 0, counts[n]));
    return lesson;
  }

  get rows(): LessonRows {
    const { width, values, happened, counts } = this;
    return { width, values, happened, counts };
  }

  get size(): number {
    return this.happened.length;
  }

  get positives(): number {
    return this.happened.reduce((sum, one) => sum + one, 0);
  }

  add(row: readonly number[], happened: boolean, count = 1): void {
    for (const value of row) this.values.push(value);
    this.happened.push(happened ? 1 : 0);
    this.counts.push(count);
  }

  /** Learns by Newton's steps, held back towards 0. @param intercept false where rows are differences of two */
  learn({ intercept = true, ridge = 10 } = {}): LogisticModel {
    const { width } = this;
    const scale = this.scale(intercept);
    const { means, spreads } = scale;
    const beta = new Float64Array(width + (intercept ? 1 : 0));
    for (let step = 0; step < STEPS; step++) {
      const change = this.change(beta, scale, ridge);
      change.forEach((value, i) => (beta[i]! -= value));
      if (change.every((value) => Math.abs(value) < 1e-6)) break;
    }
    const weights = Array.from({ length: width }, (_, i) => beta[i]! / spreads[i]!);
    const shift = weights.reduce((sum, weight, i) => sum + weight * means[i]!, 0);
    return { weights, intercept: intercept ? beta[width]! - shift : 0 };
  }

  /** One step of Newton's: by how much to lessen each weight. */
  private change(beta: Float64Array, { means, spreads }: Scale, ridge: number): Float64Array {
    const { width, size } = this;
    const slope = beta.map((value) => value * ridge);
    const curve = Array.from(beta, (_, i) => new Float64Array(beta.length).fill(ridge, i, i + 1));
    const row = new Float64Array(beta.length).fill(1);
    for (let n = 0; n < size; n++) {
      for (let i = 0; i < width; i++) row[i] = (this.values[n * width + i]! - means[i]!) / spreads[i]!;
      let sum = 0;
      for (let i = 0; i < row.length; i++) sum += row[i]! * beta[i]!;
      const p = sigmoid(sum);
      const error = (p - this.happened[n]!) * this.counts[n]!;
      const weight = p * (1 - p) * this.counts[n]!;
      for (let i = 0; i < row.length; i++) {
        slope[i]! += row[i]! * error;
        for (let j = 0; j <= i; j++) curve[i]![j]! += row[i]! * row[j]! * weight;
      }
    }
    return solve(curve, slope);
  }

  private scale(centred: boolean): Scale {
    const { width, size } = this;
    const means = new Float64Array(width);
    const squares = new Float64Array(width);
    for (let n = 0; n < size; n++) {
      for (let i = 0; i < width; i++) {
        const value = this.values[n * width + i]!;
        means[i]! += value / size;
        squares[i]! += value ** 2 / size;
      }
    }
    const spreads = squares.map((square, i) => Math.sqrt(Math.max(square - means[i]! ** 2, 0)) + 1e-6);
    return { means: centred ? means : means.fill(0), spreads };
  }
}

/** The probability, 0 to 1. */
export function probability(model: LogisticModel, row: readonly number[]): number {
  return sigmoid(score(model, row));
}

/** What the probability is made of: higher is likelier. */
export function score({ weights, intercept }: LogisticModel, row: readonly number[]): number {
  let sum = intercept;
  for (let i = 0; i < weights.length; i++) sum += weights[i]! * row[i]!;
  return sum;
}

function sigmoid(value: number): number {
  return 1 / (1 + Math.exp(-Math.max(-30, Math.min(30, value))));
}

/** Solves a symmetric system of which the lower half is given (Cholesky). */
function solve(matrix: readonly Float64Array[], right: Float64Array): Float64Array {
  const size = right.length;
  const low = matrix.map((line) => Float64Array.from(line));
  const found = Float64Array.from(right);
  for (let i = 0; i < size; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = low[i]![j]!;
      for (let k = 0; k < j; k++) sum -= low[i]![k]! * low[j]![k]!;
      low[i]![j] = i === j ? Math.sqrt(Math.max(sum, 1e-12)) : sum / low[j]![j]!;
    }
    for (let k = 0; k < i; k++) found[i]! -= low[i]![k]! * found[k]!;
    found[i]! /= low[i]![i]!;
  }
  for (let i = size - 1; i >= 0; i--) {
    for (let k = i + 1; k < size; k++) found[i]! -= low[k]![i]! * found[k]!;
    found[i]! /= low[i]![i]!;
  }
  return found;
}
