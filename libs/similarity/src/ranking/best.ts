/** The numbers of the highest scores, best first; of equal ones the later, which is the newer. */
export function best(scores: ArrayLike<number>, count: number): number[] {
  const found: number[] = [];
  if (count <= 0) return found;
  let lowest = -Infinity;
  for (let number = 0; number < scores.length; number++) {
    const score = scores[number]!;
    if (score < lowest) continue;
    let place = found.length;
    while (place > 0 && scores[found[place - 1]!]! <= score) place--;
    found.splice(place, 0, number);
    if (found.length > count) found.pop();
    if (found.length === count) lowest = scores[found[count - 1]!]!;
  }
  return found;
}

/** Scales scores in place so that the highest is 1; where none is above 0 they stay. */
export function scaleToBest<Scores extends Float32Array | Float64Array>(scores: Scores): Scores {
  let highest = 0;
  for (let i = 0; i < scores.length; i++) if (scores[i]! > highest) highest = scores[i]!;
  if (highest > 0) for (let i = 0; i < scores.length; i++) scores[i]! /= highest;
  return scores;
}
