import type { PointsGiven } from './points-given';

const MILLION = 1_000_000;

type Parts = Pick<FlowGraph, 'ids' | 'begins' | 'actors' | 'points' | 'given' | 'givenToOne'>;

/**
 * Who handed how many points to whom, as numbers only. Members are numbered by the order of their ids, and points are
 * whole millionths, so that the same confirmations make the same graph in whatever order they come.
 */
export class FlowGraph {
  /** Who has which number. */
  readonly ids: readonly string[];
  /** Where, in the two lists below, the part of each subject begins; it ends where the next one's begins. */
  readonly begins: Int32Array;
  /** The actors of each subject, by number. */
  readonly actors: Int32Array;
  /** What each of them handed to the subject, in millionths of a point. */
  readonly points: Float64Array;
  /** What each member handed out in all, in millionths of a point, … */
  readonly given: Float64Array;
  /** … and the most of it that went to one member. */
  readonly givenToOne: Float64Array;

  private constructor({ ids, begins, actors, points, given, givenToOne }: Parts) {
    this.ids = ids;
    this.begins = begins;
    this.actors = actors;
    this.points = points;
    this.given = given;
    this.givenToOne = givenToOne;
  }

  /** Members without a confirmation, like seeds that nobody knows yet, are among `others`. */
  static of(all: Iterable<PointsGiven>, others: Iterable<string>): FlowGraph {
    const numbers = new Map<string, number>();
    const numberOf = (id: string): number => {
      let number = numbers.get(id);
      if (number === undefined) numbers.set(id, (number = numbers.size));
      return number;
    };
    const actors: number[] = [];
    const subjects: number[] = [];
    const points: number[] = [];
    for (const { actorId, subjectId, points: given } of all) {
      actors.push(numberOf(actorId));
      subjects.push(numberOf(subjectId));
      points.push(Math.round(given * MILLION));
    }
    for (const id of others) numberOf(id);
    const ids = [...numbers.keys()].sort();
    const places = new Int32Array(ids.length);
    for (const [place, id] of ids.entries()) places[numbers.get(id)!] = place;
    const renumbered = (list: readonly number[]): Int32Array => Int32Array.from(list, (number) => places[number]!);
    return FlowGraph.ordered(ids, renumbered(actors), renumbered(subjects), Float64Array.from(points));
  }

  private static ordered(
    ids: readonly string[],
    actors: Int32Array,
    subjects: Int32Array,
    points: Float64Array,
  ): FlowGraph {
    const byActor = sortedBy(actors, ids.length, Int32Array.from(actors.keys()));
    const order = sortedBy(subjects, ids.length, byActor);
    const begins = new Int32Array(ids.length + 1);
    const from = new Int32Array(order.length);
    const handed = new Float64Array(order.length);
    const given = new Float64Array(ids.length);
    const givenToOne = new Float64Array(ids.length);
    let pairs = 0;
    let subject = -1;
    for (const edge of order) {
      const actor = actors[edge]!;
      const same = subjects[edge] === subject && pairs > 0 && from[pairs - 1] === actor && begins[subject]! < pairs;
      while (subject < subjects[edge]!) begins[++subject] = pairs;
      if (!same) from[pairs++] = actor;
      handed[pairs - 1]! += points[edge]!;
      given[actor]! += points[edge]!;
      givenToOne[actor] = Math.max(givenToOne[actor]!, handed[pairs - 1]!);
    }
    begins.fill(pairs, subject + 1);
    return new FlowGraph({
      ids,
      begins,
      actors: from.slice(0, pairs),
      points: handed.slice(0, pairs),
      given,
      givenToOne,
    });
  }
}

/** The items in the order of their keys; those of one key stay in the order they had. */
function sortedBy(keys: Int32Array, count: number, items: Int32Array): Int32Array {
  const places = new Int32Array(count + 1);
  for (const key of keys) places[key + 1]!++;
  for (let key = 0; key < count; key++) places[key + 1]! += places[key]!;
  const sorted = new Int32Array(items.length);
  for (const item of items) sorted[places[keys[item]!]!++] = item;
  return sorted;
}
