/** Memory that is used again and again: getting and clearing as much for each text costs more than what is done in it. */
export class Scratch {
  private numbers = new Float64Array(0);

  /** So many numbers, with whatever is in them; what was taken before is the same memory. */
  take(length: number): Float64Array {
    if (length > this.numbers.length) this.numbers = new Float64Array(Math.ceil(length * 1.25));
    return this.numbers.subarray(0, length);
  }
}
