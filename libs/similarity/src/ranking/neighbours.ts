import { best } from './best.ts';

/** An earlier thread that has a say, and how much: the nearest has 1. */
export interface Neighbour {
  readonly thread: number;
  readonly weight: number;
}

const NEIGHBOURS = 60;
/** How much less alike a thread may be before its say falls to a third. */
export const REACH = 0.08;

/** The nearest of some threads by a likeness, nearest first. */
export function neighbours(
  threads: readonly number[],
  likenessOf: (thread: number, place: number) => number,
): Neighbour[] {
  const likeness = new Float64Array(threads.length);
  for (let place = 0; place < threads.length; place++) likeness[place] = likenessOf(threads[place]!, place);
  const nearest = best(likeness, NEIGHBOURS);
  const most = likeness[nearest[0] ?? 0] ?? 0;
  return nearest.map((place) => ({
    thread: threads[place]!,
    weight: Math.exp((likeness[place]! - most) / REACH),
  }));
}
