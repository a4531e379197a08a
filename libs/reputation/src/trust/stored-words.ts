import { WordList, type WordNumbers } from './word-list';

/** A member's word as a row keeps it. */
export interface StoredWord {
  readonly memberId: string;
  /** The member's number in the epoch, by which flows name members. */
  readonly place: number;
  /** In millionths. */
  readonly weight: number;
  /** From whom the trust in them comes, and how much of it in millionths: four bytes each, the highest first. */
  readonly flows: Buffer;
}

const NUMBER_BYTES = 4;
const FLOW_BYTES = 2 * NUMBER_BYTES;

/** Words as rows, those from one number on. */
export function storedWords(
  { ids, members, weights, ...flows }: WordNumbers,
  from: number,
  most: number,
): StoredWord[] {
  return Array.from(members.subarray(from, from + most), (member, offset) => ({
    memberId: ids[member]!,
    place: member,
    weight: weights[from + offset]!,
    flows: flowsAt(flows, from + offset),
  }));
}

function flowsAt(
  { begins, sources, shares }: Pick<WordNumbers, 'begins' | 'sources' | 'shares'>,
  slot: number,
): Buffer {
  const [begin, end] = [begins[slot]!, begins[slot + 1]!];
  const bytes = Buffer.alloc((end - begin) * FLOW_BYTES);
  for (let at = begin; at < end; at++) {
    bytes.writeInt32BE(sources[at]!, (at - begin) * FLOW_BYTES);
    bytes.writeInt32BE(shares[at]!, (at - begin) * FLOW_BYTES + NUMBER_BYTES);
  }
  return bytes;
}

/** The list that rows of an epoch make: of all of them, or of some, which then know each other and nobody else. */
export function wordsOfRows(rows: readonly StoredWord[]): WordList {
  const most = rows.reduce((largest, { place }) => Math.max(largest, place), -1);
  const numbers = new Int32Array(most + 1).fill(-1);
  for (const [number, { place }] of rows.entries()) numbers[place] = number;
  const begins = new Int32Array(rows.length + 1);
  const room = rows.reduce((sum, { flows }) => sum + flows.length / FLOW_BYTES, 0);
  const [sources, shares] = [new Int32Array(room), new Int32Array(room)];
  let end = 0;
  for (const [number, { flows }] of rows.entries()) {
    for (let at = 0; at < flows.length; at += FLOW_BYTES) {
      const source = numbers[flows.readInt32BE(at)] ?? -1;
      if (source < 0) continue;
      sources[end] = source;
      shares[end++] = flows.readInt32BE(at + NUMBER_BYTES);
    }
    begins[number + 1] = end;
  }
  return new WordList({
    ids: rows.map(({ memberId }) => memberId),
    members: Int32Array.from(rows, (_, number) => number),
    weights: Int32Array.from(rows, ({ weight }) => weight),
    begins,
    sources: sources.subarray(0, end),
    shares: shares.subarray(0, end),
  });
}
