/** A pretrained model that can't answer now: who asked goes on without it. */
export class EmbedderDown extends Error {}

/** A pretrained model of texts. Optional: everything works without one, by what the community taught. */
export interface Embedder {
  /** Names the model and where it is: vectors of different names are never compared. */
  readonly name: string;
  /**
   * A vector of length 1 for each text, all of one size, which is even.
   * @throws EmbedderDown where it can't answer, or not in time
   */
  embed(texts: readonly string[], signal?: AbortSignal): Promise<Float32Array[]>;
  close(): Promise<void>;
}

/** A vector scaled to length 1; with a 0 more where its size is odd, because likeness is summed two by two. */
export function unitVector(values: ArrayLike<number>): Float32Array {
  const vector = new Float32Array(values.length + (values.length % 2));
  vector.set(values);
  let square = 0;
  for (const value of vector) square += value * value;
  const length = Math.sqrt(square) + 1e-9;
  for (let d = 0; d < vector.length; d++) vector[d]! /= length;
  return vector;
}
