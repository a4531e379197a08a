/** The numbers of the highest scores, best first; of equal ones the later, which is the newer. */
export function best(scores: ArrayLike<number>, count: number): number[] {
  const size = Math.min(count, scores.length);
  if (size <= 0) return [];
  // A heap with the worst on top, filled from the end: where many are equal, those met first stay.
  const found = Array.from({ length: size }, (_, place) => scores.length - size + place);
  const isWorse = (a: number, b: number): boolean => {
    const difference = scores[a]! - scores[b]!;
    return difference < 0 || (difference === 0 && a < b);
  };
  for (let place = (size >>> 1) - 1; place >= 0; place--) sink(found, place, isWorse);
  let lowest = scores[found[0]!]!;
  for (let number = scores.length - size - 1; number >= 0; number--) {
    if (scores[number]! <= lowest) continue;
    found[0] = number;
    sink(found, 0, isWorse);
    lowest = scores[found[0]]!;
  }
  return found.sort((a, b) => scores[b]! - scores[a]! || b - a);
}

function sink(heap: number[], from: number, isWorse: (a: number, b: number) => boolean): void {
  const number = heap[from]!;
  let place = from;
  for (let below = 2 * place + 1; below < heap.length; below = 2 * place + 1) {
    const worse = below + 1 < heap.length && isWorse(heap[below + 1]!, heap[below]!) ? below + 1 : below;
    if (!isWorse(heap[worse]!, number)) break;
    heap[place] = heap[worse]!;
    place = worse;
  }
  heap[place] = number;
}

/** Scales scores in place so that the highest is 1; where none is above 0 they stay. */
export function scaleToBest<Scores extends Float32Array | Float64Array>(scores: Scores): Scores {
  let highest = 0;
  for (let i = 0; i < scores.length; i++) if (scores[i]! > highest) highest = scores[i]!;
  if (highest > 0) for (let i = 0; i < scores.length; i++) scores[i]! /= highest;
  return scores;
}
