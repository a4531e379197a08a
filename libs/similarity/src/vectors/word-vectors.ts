import { unicodeWords } from '../words/unicode-words.ts';

/** What a stored model begins with: four letters and the version of the layout. */
const MARK = 'AHWV';
const LAYOUT = 1;
const HEADER_BYTES = 20;

/**
 * What one community taught about its words: one vector each. A text is the sum of its words' vectors, scaled to length 1;
 * the likeness of two texts is their dot product, -1 to 1.
 */
export class WordVectors {
  readonly dimensions: number;
  private readonly words: readonly string[];
  private readonly vectors: Float32Array;
  private readonly numbers: ReadonlyMap<string, number>;

  constructor(words: readonly string[], vectors: Float32Array) {
    this.words = words;
    this.vectors = vectors;
    this.dimensions = words.length === 0 ? 0 : vectors.length / words.length;
    this.numbers = new Map(words.map((word, number) => [word, number]));
  }

  get size(): number {
    return this.words.length;
  }

  /** The vector of a text; all zero where it has no known word. */
  embed(text: string): Float32Array {
    return this.embedWords(unicodeWords(text));
  }

  /**
   * The same of its words, where they are known already.
   * @param sum where it is written
   */
  embedWords(words: readonly string[], sum = new Float32Array(this.dimensions)): Float32Array {
    const { dimensions, vectors } = this;
    sum.fill(0);
    for (const word of words) {
      const number = this.numbers.get(word);
      if (number === undefined) continue;
      const from = number * dimensions;
      for (let d = 0; d < dimensions; d++) sum[d]! += vectors[from + d]!;
    }
    let square = 0;
    for (const value of sum) square += value * value;
    const length = Math.sqrt(square) + 1e-9;
    for (let d = 0; d < dimensions; d++) sum[d]! /= length;
    return sum;
  }

  /** The whole model as bytes: mark, layout, sizes, words (UTF-8, one a line), vectors (32-bit floats, little-endian). */
  toBuffer(): Buffer {
    const words = Buffer.from(this.words.join('\n'), 'utf8');
    const header = Buffer.alloc(HEADER_BYTES);
    header.write(MARK, 'latin1');
    header.writeUInt32LE(LAYOUT, 4);
    header.writeUInt32LE(this.dimensions, 8);
    header.writeUInt32LE(this.words.length, 12);
    header.writeUInt32LE(words.length, 16);
    const vectors = Buffer.from(this.vectors.buffer, this.vectors.byteOffset, this.vectors.byteLength);
    return Buffer.concat([header, words, vectors]);
  }

  /** How many words a model as bytes knows, without making it. @throws RangeError where it is no model of this layout. */
  static wordsIn(buffer: Buffer): number {
    if (!isModel(buffer)) throw new RangeError('These bytes are no word vectors of this version.');
    return buffer.readUInt32LE(12);
  }

  /** @throws RangeError where the bytes are no model of this layout: it is to be learned again. */
  static fromBuffer(buffer: Buffer): WordVectors {
    if (!isModel(buffer)) throw new RangeError('These bytes are no word vectors of this version.');
    const [dimensions, count, bytes] = [8, 12, 16].map((at) => buffer.readUInt32LE(at)) as [number, number, number];
    const from = HEADER_BYTES + bytes;
    if (buffer.length !== from + dimensions * count * 4) throw new RangeError('These word vectors are not whole.');
    const words = count === 0 ? [] : buffer.toString('utf8', HEADER_BYTES, from).split('\n');
    return new WordVectors(words, new Float32Array(new Uint8Array(buffer.subarray(from)).buffer));
  }
}

function isModel(buffer: Buffer): boolean {
  return buffer.length >= HEADER_BYTES && buffer.toString('latin1', 0, 4) === MARK && buffer.readUInt32LE(4) === LAYOUT;
}
