type Numbers = Float32Array | Float64Array;

/**
 * Memory that is used again and again: getting and clearing as much for each text costs more than what is done in it, and
 * has the engine collect garbage after every few texts.
 */
export class Scratch<Kind extends Numbers> {
  private numbers: Kind;
  private readonly make: (length: number) => Kind;

  constructor(make: (length: number) => Kind) {
    this.make = make;
    this.numbers = make(0);
  }

  /** So many numbers, with whatever is in them; what was taken before is the same memory. */
  take(length: number): Kind {
    if (length > this.numbers.length) this.numbers = this.make(Math.ceil(length * 1.25));
    return this.numbers.subarray(0, length) as Kind;
  }
}
