import type { FlowGraph } from './flow-graph.ts';

const MILLION = 1_000_000;

/** What a list is made of. */
interface Settled {
  readonly seed: Uint8Array;
  readonly words: Float64Array;
}

/** What one member's word weighs during an epoch, and from whom they have it. */
export interface Word {
  /** 0 (does not count) to 1, in whole millionths. */
  readonly weight: number;
  /**
   * Shares of the trust that flowed to them, by member it came from, in whole millionths. What is missing to 1 came
   * straight from those from whom all trust comes: that these confirm many is no ring.
   */
  readonly sources: ReadonlyMap<string, number>;
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

/**
 * The words that count in an epoch. Its numbers go between threads and to the database as they are, and are what scores
 * are made with: maps of maps of the same take several times the room and the time.
 */
export class WordList {
  readonly numbers: WordNumbers;
  private known: Looked | null = null;

  constructor(numbers: WordNumbers) {
    this.numbers = numbers;
  }

  /** Of words as people write them. */
  static from(words: Iterable<readonly [string, Word]>): WordList {
    const places = new Map<string, number>();
    const placeOf = (id: string): number => {
      const place = places.get(id) ?? places.size;
      places.set(id, place);
      return place;
    };
    const [members, weights, begins, sources, shares]: [number[], number[], number[], number[], number[]] = [
      [],
      [],
      [0],
      [],
      [],
    ];
    for (const [id, word] of words) {
      members.push(placeOf(id));
      weights.push(Math.round(word.weight * MILLION));
      for (const [source, share] of word.sources) {
        sources.push(placeOf(source));
        shares.push(Math.round(share * MILLION));
      }
      begins.push(sources.length);
    }
    return WordList.listed([...places.keys()], [members, weights, begins, sources, shares]);
  }

  private static listed(ids: readonly string[], lists: readonly (readonly number[])[]): WordList {
    const [members, weights, begins, sources, shares] = lists.map((list) => Int32Array.from(list)) as Lists;
    return new WordList({ ids, members, weights, begins, sources, shares });
  }

  /** @param flow what each pair of the graph adds to the trust in its subject */
  static of(graph: FlowGraph, flow: (pair: number) => number, { seed, words }: Settled): WordList {
    const members: number[] = [];
    const weights: number[] = [];
    const begins: number[] = [0];
    const sources: number[] = [];
    const shares: number[] = [];
    const weightOf = (member: number): number => Math.round(words[member]! * MILLION);
    for (let member = 0; member < words.length; member++) {
      const weight = weightOf(member);
      if (weight === 0) continue;
      members.push(member);
      weights.push(weight);
      const pairs = seed[member] ? [] : range(graph.begins[member]!, graph.begins[member + 1]!);
      for (const [pair, share] of sharesOf(pairs, flow)) {
        // A word that weighs nothing is in no list, and nobody's source.
        if (seed[graph.actors[pair]!] || weightOf(graph.actors[pair]!) === 0) continue;
        sources.push(graph.actors[pair]!);
        shares.push(share);
      }
      begins.push(sources.length);
    }
    return WordList.listed(graph.ids, [members, weights, begins, sources, shares]);
  }

  get size(): number {
    return this.numbers.members.length;
  }

  /** A member's; undefined where it weighs nothing. */
  get(id: string): Word | undefined {
    const { ids, weights, begins, sources, shares } = this.numbers;
    const slot = this.slotOf(this.placeOf(id));
    if (slot < 0) return undefined;
    const own = range(begins[slot]!, begins[slot + 1]!).map((at): [string, number] => [
      ids[sources[at]!]!,
      shares[at]! / MILLION,
    ]);
    return { weight: weights[slot]! / MILLION, sources: new Map(own) };
  }

  /** The number of a member in this list; -1 for who is not in it. */
  placeOf(id: string | null): number {
    return id === null ? -1 : (this.looked().places.get(id) ?? -1);
  }

  /** What the word of the member of a number weighs, 0 to 1. */
  weightOf(place: number): number {
    const slot = this.slotOf(place);
    return slot < 0 ? 0 : this.numbers.weights[slot]! / MILLION;
  }

  /**
   * How much of the trust in the member of a number comes from members that are marked, 0 to 1. It is added as whole
   * numbers, so that the order does not matter.
   * @param marks by number; those that have this mark are meant
   */
  shareFrom(place: number, marks: Uint32Array, mark: number): number {
    const slot = this.slotOf(place);
    if (slot < 0) return 0;
    const { begins, sources, shares } = this.numbers;
    let millionths = 0;
    for (let at = begins[slot]!; at < begins[slot + 1]!; at++) {
      if (marks[sources[at]!] === mark) millionths += shares[at]!;
    }
    return Math.min(1, millionths / MILLION);
  }

  private slotOf(place: number): number {
    return place < 0 ? -1 : this.looked().slots[place]!;
  }

  /** What finds members, made when it is asked for first: what only goes from thread to thread needs none. */
  private looked(): Looked {
    if (this.known) return this.known;
    const { ids, members } = this.numbers;
    const slots = new Int32Array(ids.length).fill(-1);
    for (const [slot, member] of members.entries()) slots[member] = slot;
    this.known = { places: new Map(ids.map((id, place) => [id, place])), slots };
    return this.known;
  }
}

/** How members are found. */
interface Looked {
  /** Their numbers, by id. */
  readonly places: ReadonlyMap<string, number>;
  /** Where in the lists the word of the member of a number is; -1 where it weighs nothing. */
  readonly slots: Int32Array;
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
