import { Fading } from './fading.ts';

/** The threads that others pointed to: how often, and how lately. */
export class LinkTargets {
  /** What is left of how lately each was pointed to, by place. */
  readonly linkedLately: Fading;
  /** By place: the number of a thread. */
  readonly threads: number[] = [];
  /** By place: the logarithm of one more than how often others pointed to it. */
  readonly often: number[] = [];
  private readonly places = new Map<number, number>();
  private readonly counts: number[] = [];
  private readonly last: number[] = [];

  constructor() {
    this.linkedLately = new Fading(this.last, 30);
  }

  /** Someone pointed to a thread. */
  add(thread: number, at: number): void {
    const known = this.places.get(thread);
    const place = known ?? this.threads.push(thread) - 1;
    this.places.set(thread, place);
    this.counts[place] = (this.counts[place] ?? 0) + 1;
    this.often[place] = Math.log1p(this.counts[place]);
    this.last[place] = Math.max(this.last[place] ?? at, at);
    this.linkedLately.changed(place);
  }

  /** How often others pointed to a thread. */
  countOf(thread: number): number {
    return this.counts[this.places.get(thread) ?? -1] ?? 0;
  }
}
