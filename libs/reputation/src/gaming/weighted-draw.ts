import type { Chance } from './chance';

/** Draws things with a probability in proportion to their weights. */
export class WeightedDraw<Thing> {
  private readonly things: Thing[] = [];
  private readonly sums: number[] = [];

  add(thing: Thing, weight: number): void {
    this.things.push(thing);
    this.sums.push((this.sums.at(-1) ?? 0) + weight);
  }

  /** One of the first `among` that were added, or of all; null where there is none. */
  draw(chance: Chance, among = this.things.length): Thing | null {
    const all = this.sums[among - 1];
    if (all === undefined) return null;
    const wanted = chance.next() * all;
    let low = 0;
    let high = among - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.sums[middle]! > wanted) high = middle;
      else low = middle + 1;
    }
    return this.things[low] ?? null;
  }

  /** How many there are. */
  get size(): number {
    return this.things.length;
  }
}
