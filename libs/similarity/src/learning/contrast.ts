/**
 * InfoNCE in both directions: each left text should be nearer to its right text than to the others of the batch, and the
 * other way round. Writes the slopes by text, left and right.
 */
export class Contrast {
  private readonly likeness: Float32Array;
  private readonly leftSums: Float32Array;
  private readonly rightSums: Float32Array;

  private readonly size: number;
  private readonly dimensions: number;
  private readonly temperature: number;

  constructor(size: number, dimensions: number, temperature: number) {
    this.size = size;
    this.dimensions = dimensions;
    this.temperature = temperature;
    this.likeness = new Float32Array(size * size);
    this.leftSums = new Float32Array(size);
    this.rightSums = new Float32Array(size);
  }

  slopes(left: Float32Array, right: Float32Array, ofLeft: Float32Array, ofRight: Float32Array): void {
    this.compare(left, right);
    this.blame();
    const { size, dimensions, likeness } = this;
    ofLeft.fill(0);
    ofRight.fill(0);
    for (let i = 0; i < size; i++) {
      const l = i * dimensions;
      for (let j = 0; j < size; j++) {
        const weight = likeness[i * size + j]!;
        // Most pairs of a batch are far apart already: nothing to move.
        if (weight > -1e-4 && weight < 1e-4) continue;
        const r = j * dimensions;
        for (let d = 0; d < dimensions; d++) {
          ofLeft[l + d]! += weight * right[r + d]!;
          ofRight[r + d]! += weight * left[l + d]!;
        }
      }
    }
  }

  /** e to the power of likeness by temperature (cosines are at most 1, so it stays finite), and its sums by row and column. */
  private compare(left: Float32Array, right: Float32Array): void {
    const { size, dimensions, likeness, leftSums, rightSums, temperature } = this;
    leftSums.fill(0);
    rightSums.fill(0);
    for (let i = 0; i < size; i++) {
      const l = i * dimensions;
      for (let j = 0; j < size; j++) {
        const r = j * dimensions;
        let a = 0;
        let b = 0;
        for (let d = 0; d < dimensions; d += 2) {
          a += left[l + d]! * right[r + d]!;
          b += left[l + d + 1]! * right[r + d + 1]!;
        }
        const power = Math.exp((a + b - 1) / temperature);
        likeness[i * size + j] = power;
        leftSums[i]! += power;
        rightSums[j]! += power;
      }
    }
  }

  /** Turns likeness into how much each pair is to be moved apart (or, where negative, together). */
  private blame(): void {
    const { size, likeness, leftSums, rightSums, temperature } = this;
    for (let i = 0; i < size; i++) {
      for (let j = 0; j < size; j++) {
        const power = likeness[i * size + j]!;
        const mean = (power / leftSums[i]! + power / rightSums[j]!) / 2;
        likeness[i * size + j] = (mean - (i === j ? 1 : 0)) / temperature;
      }
    }
  }
}
