import { VectorList } from './vector-list.ts';

/** Below this share of things that have a vector they are not compared by it: some would seem less alike than they are. */
const ENOUGH = 0.9;

/**
 * Vectors by a pretrained model beside the learned ones, for those things that have one already. Side by side, each scaled
 * by the root of one half: the likeness of two things is then the mean of both likenesses.
 */
export class PretrainedVectors {
  private list: VectorList | null = null;
  private readonly has: boolean[] = [];
  private count = 0;

  /** About how many bytes they take. */
  get bytes(): number {
    return this.list?.bytes ?? 0;
  }

  /** @param vector of length 1; one of another size than before begins anew: the model has changed */
  put(number: number, vector: Float32Array): void {
    if (this.list?.dimensions !== vector.length) this.begin(vector.length);
    this.grow(number + 1);
    this.list!.set(number, vector);
    if (!this.has[number]) this.count++;
    this.has[number] = true;
  }

  remove(number: number): void {
    if (this.has[number]) this.count--;
    this.has[number] = false;
  }

  /** Keeps those of these numbers, which rise, and numbers them anew in their order. */
  keep(numbers: readonly number[]): void {
    if (!this.list) return;
    this.grow((numbers.at(-1) ?? -1) + 1);
    this.list.keep(numbers);
    numbers.forEach((number, place) => (this.has[place] = this.has[number] ?? false));
    this.has.length = numbers.length;
  }

  /**
   * Writes into `likeness` what both say together, where most of the things have a vector: the mean, or what the model says
   * alone where nothing was learned.
   * @returns whether it did
   */
  blend(likeness: Float32Array, query: Float32Array | undefined, isLearned: boolean): boolean {
    const { list } = this;
    if (!query || list?.dimensions !== query.length || this.count < likeness.length * ENOUGH) return false;
    const dots = list.dots(query);
    for (let number = 0; number < dots.length; number++) {
      if (this.has[number]) likeness[number] = isLearned ? (likeness[number]! + dots[number]!) / 2 : dots[number]!;
    }
    return true;
  }

  private begin(dimensions: number): void {
    this.list = new VectorList(dimensions);
    this.has.length = 0;
    this.count = 0;
  }

  private grow(size: number): void {
    const nothing = new Float32Array(this.list!.dimensions);
    while (this.list!.length < size) this.has[this.list!.length] ??= (this.list!.push(nothing), false);
  }
}
