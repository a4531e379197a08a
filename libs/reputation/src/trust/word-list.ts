import type { Word } from './epoch.ts';
import type { FlowGraph } from './flow-graph.ts';

const MILLION = 1_000_000;

/** What a list is made of. */
interface Settled {
  readonly seed: Uint8Array;
  readonly words: Float64Array;
}

/** The words that count in an epoch, as numbers only. */
export interface WordNumbers {
  /** Members whose word counts, and those from whom their trust comes. */
  readonly ids: readonly string[];
  /** Which of them have a word that counts, … */
  readonly members: Int32Array;
  /** … what it weighs, in millionths, … */
  readonly weights: Int32Array;
  /** … and where, in the two lists below, the part of each begins; it ends where the next one's begins. */
  readonly begins: Int32Array;
  /** From whom the trust in them comes, but for those from whom all trust comes, … */
  readonly sources: Int32Array;
  /** … and how much of it, in millionths. */
  readonly shares: Int32Array;
}

/** The words that count in an epoch. Its numbers go between threads and to the database as they are. */
export class WordList {
  readonly numbers: WordNumbers;

  constructor(numbers: WordNumbers) {
    this.numbers = numbers;
  }

  /** @param flow what each pair of the graph adds to the trust in its subject */
  static of(graph: FlowGraph, flow: (pair: number) => number, { seed, words }: Settled): WordList {
    const members: number[] = [];
    const weights: number[] = [];
    const begins: number[] = [0];
    const sources: number[] = [];
    const shares: number[] = [];
    for (let member = 0; member < words.length; member++) {
      const weight = Math.round(words[member]! * MILLION);
      if (weight === 0) continue;
      members.push(member);
      weights.push(weight);
      const pairs = seed[member] ? [] : range(graph.begins[member]!, graph.begins[member + 1]!);
      for (const [pair, share] of sharesOf(pairs, flow)) {
        if (seed[graph.actors[pair]!]) continue;
        sources.push(graph.actors[pair]!);
        shares.push(share);
      }
      begins.push(sources.length);
    }
    const [who, heavy, from, whence, how] = [members, weights, begins, sources, shares].map((list) =>
      Int32Array.from(list),
    ) as Lists;
    return new WordList({ ids: graph.ids, members: who, weights: heavy, begins: from, sources: whence, shares: how });
  }

  get size(): number {
    return this.numbers.members.length;
  }

  /** The same by member. */
  toMap(): Map<string, Word> {
    const { ids, members, weights, begins, sources: from, shares } = this.numbers;
    const words = new Map<string, Word>();
    for (const [place, member] of members.entries()) {
      const sources = new Map<string, number>();
      for (let at = begins[place]!; at < begins[place + 1]!; at++) {
        sources.set(ids[from[at]!]!, shares[at]! / MILLION);
      }
      words.set(ids[member]!, { weight: weights[place]! / MILLION, sources });
    }
    return words;
  }
}

type Lists = [Int32Array, Int32Array, Int32Array, Int32Array, Int32Array];

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from }, (_, place) => from + place);
}

/** Whole millionths that make a million together: what rounding down leaves goes to the largest. */
function sharesOf(pairs: readonly number[], flow: (pair: number) => number): [number, number][] {
  const flows = pairs.map(flow);
  const all = flows.reduce((sum, one) => sum + one, 0);
  if (all === 0) return [];
  const shares = flows.map((one) => Math.floor((one / all) * MILLION));
  const largest = shares.indexOf(shares.reduce((most, share) => Math.max(most, share), 0));
  shares[largest]! += MILLION - shares.reduce((sum, share) => sum + share, 0);
  return pairs.flatMap((pair, place): [number, number][] => (shares[place]! > 0 ? [[pair, shares[place]!]] : []));
}
