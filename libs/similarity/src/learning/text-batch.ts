/**
 * One side of a batch of pairs: each text as the sum of its words' vectors, scaled to length 1, and the way back from what a
 * text should have been to what its words should have been.
 */
export class TextBatch {
  /** The texts, one row of `dimensions` numbers each. */
  readonly rows: Float32Array;
  private readonly lengths: Float32Array;
  private readonly dimensions: number;
  private texts: readonly Int32Array[] = [];

  constructor(size: number, dimensions: number) {
    this.dimensions = dimensions;
    this.rows = new Float32Array(size * dimensions);
    this.lengths = new Float32Array(size);
  }

  /** Reads the texts by the vectors as they are now. */
  fill(texts: readonly Int32Array[], vectors: Float32Array): void {
    const { rows, dimensions } = this;
    this.texts = texts;
    rows.fill(0);
    texts.forEach((words, row) => {
      const at = row * dimensions;
      for (const word of words) {
        const from = word * dimensions;
        for (let d = 0; d < dimensions; d++) rows[at + d]! += vectors[from + d]!;
      }
      let square = 0;
      for (let d = at; d < at + dimensions; d++) square += rows[d]! * rows[d]!;
      const length = Math.sqrt(square) + 1e-9;
      this.lengths[row] = length;
      for (let d = at; d < at + dimensions; d++) rows[d]! /= length;
    });
  }

  /** Adds to `slope`, by word, what `wanted` (the slope by text) asks for, back through the scaling to length 1. */
  spread(wanted: Float32Array, slope: Float32Array, touched: (word: number) => void): void {
    const { rows, dimensions, lengths } = this;
    this.texts.forEach((words, row) => {
      const at = row * dimensions;
      let along = 0;
      for (let d = at; d < at + dimensions; d++) along += wanted[d]! * rows[d]!;
      const length = lengths[row]!;
      for (let d = at; d < at + dimensions; d++) wanted[d] = (wanted[d]! - along * rows[d]!) / length;
      for (const word of words) {
        touched(word);
        const to = word * dimensions;
        for (let d = 0; d < dimensions; d++) slope[to + d]! += wanted[at + d]!;
      }
    });
  }
}
