/** So many vectors are one piece of memory. */
const PIECE_BITS = 10;
const PIECE = 1 << PIECE_BITS;

/** Many vectors of one size, in pieces of memory that are added as it grows: nothing is copied, and little stays empty. */
export class VectorList {
  readonly dimensions: number;
  private readonly pieces: Float32Array[] = [];
  private count = 0;

  constructor(dimensions: number) {
    this.dimensions = dimensions;
  }

  get length(): number {
    return this.count;
  }

  /** Bytes that the vectors take. */
  get bytes(): number {
    return this.pieces.length * PIECE * this.dimensions * Float32Array.BYTES_PER_ELEMENT;
  }

  push(vector: Float32Array): void {
    if (this.count === this.pieces.length * PIECE) this.pieces.push(new Float32Array(PIECE * this.dimensions));
    this.at(this.count++).set(vector);
  }

  /** The vector itself, not a copy: what is written into it is kept. */
  at(number: number): Float32Array {
    const from = (number & (PIECE - 1)) * this.dimensions;
    return this.pieces[number >>> PIECE_BITS]!.subarray(from, from + this.dimensions);
  }

  /** Keeps the vectors of these numbers, which rise, and numbers them anew in their order. */
  keep(numbers: readonly number[]): void {
    numbers.forEach((number, place) => this.at(place).set(this.at(number)));
    this.count = numbers.length;
    this.pieces.length = Math.ceil(this.count / PIECE);
  }

  /** The dot product of each vector with one. */
  dots(vector: Float32Array): Float32Array {
    const dots = new Float32Array(this.count);
    this.pieces.forEach((values, piece) => this.dotsOf(values, vector, dots.subarray(piece * PIECE)));
    return dots;
  }

  private dotsOf(values: Float32Array, vector: Float32Array, dots: Float32Array): void {
    const { dimensions } = this;
    const count = Math.min(dots.length, PIECE);
    for (let number = 0, at = 0; number < count; number++, at += dimensions) {
      let even = 0;
      let odd = 0;
      for (let d = 0; d < dimensions; d += 2) {
        even += values[at + d]! * vector[d]!;
        odd += values[at + d + 1]! * vector[d + 1]!;
      }
      dots[number] = even + odd;
    }
  }
}
