import { DotProducts } from './dot-products.ts';

/** So many vectors are one piece of memory. */
const PIECE_BITS = 10;
const PIECE = 1 << PIECE_BITS;

/**
 * Many vectors of one size, at most 1 long, in pieces of memory that are added as it grows: nothing is copied, and little stays
 * empty. Numbers take 16 bits: all a likeness needs, and half of the memory to go through.
 */
export class VectorList {
  readonly dimensions: number;
  private readonly width: number;
  private readonly pieces: Int16Array[] = [];
  private count = 0;

  constructor(dimensions: number) {
    this.dimensions = dimensions;
    this.width = DotProducts.width(dimensions);
  }

  get length(): number {
    return this.count;
  }

  /** Bytes that the vectors take. */
  get bytes(): number {
    return this.pieces.length * PIECE * this.width * Int16Array.BYTES_PER_ELEMENT;
  }

  push(vector: Float32Array): void {
    if (this.count === this.pieces.length * PIECE) this.pieces.push(new Int16Array(PIECE * this.width));
    this.set(this.count++, vector);
  }

  set(number: number, vector: Float32Array): void {
    DotProducts.write(vector, this.kept(number));
  }

  /** A copy. */
  at(number: number): Float32Array {
    return DotProducts.read(this.kept(number), this.dimensions);
  }

  /** Keeps the vectors of these numbers, which rise, and numbers them anew in their order. */
  keep(numbers: readonly number[]): void {
    numbers.forEach((number, place) => this.kept(place).set(this.kept(number)));
    this.count = numbers.length;
    this.pieces.length = Math.ceil(this.count / PIECE);
  }

  /**
   * The dot product of each vector with one that is at most 1 long, too.
   * @param into where they are written: as many as there are vectors
   */
  dots(vector: Float32Array, into = new Float32Array(this.count)): Float32Array {
    // Where nothing was learned there is nothing to multiply, and what stood there before is no likeness.
    if (this.width === 0) return into.fill(0);
    const query = new Int16Array(this.width);
    DotProducts.write(vector, query);
    this.pieces.forEach((values, piece) =>
      DotProducts.ofThread.multiply(values, query, into.subarray(piece * PIECE, (piece + 1) * PIECE)),
    );
    return into;
  }

  private kept(number: number): Int16Array {
    const from = (number & (PIECE - 1)) * this.width;
    return this.pieces[number >>> PIECE_BITS]!.subarray(from, from + this.width);
  }
}
