const FIRST_ROOM = 1_024;

/** Many vectors of one size in one piece of memory that doubles when it is full. */
export class VectorList {
  readonly dimensions: number;
  private values: Float32Array;
  private count = 0;

  constructor(dimensions: number) {
    this.dimensions = dimensions;
    this.values = new Float32Array(FIRST_ROOM * dimensions);
  }

  get length(): number {
    return this.count;
  }

  push(vector: Float32Array): void {
    if ((this.count + 1) * this.dimensions > this.values.length) {
      const larger = new Float32Array(this.values.length * 2);
      larger.set(this.values);
      this.values = larger;
    }
    this.values.set(vector, this.count++ * this.dimensions);
  }

  /** The vector itself, not a copy: what is written into it is kept. */
  at(number: number): Float32Array {
    return this.values.subarray(number * this.dimensions, (number + 1) * this.dimensions);
  }

  /** The dot product of each vector with one. */
  dots(vector: Float32Array): Float32Array {
    const { values, dimensions, count } = this;
    const dots = new Float32Array(count);
    for (let number = 0, at = 0; number < count; number++, at += dimensions) {
      let even = 0;
      let odd = 0;
      for (let d = 0; d < dimensions; d += 2) {
        even += values[at + d]! * vector[d]!;
        odd += values[at + d + 1]! * vector[d + 1]!;
      }
      dots[number] = even + odd;
    }
    return dots;
  }
}
