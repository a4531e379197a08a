const DAY = 86_400_000;
/** Powers are kept relative to a moment no further from now than that: none gets too large or too small to be told. */
const FARTHEST = 100 * DAY;

/** How much of many things is left at a moment. */
export interface Faded {
  /** By number of the thing: to be multiplied with the factor. */
  readonly left: Float64Array;
  readonly factor: number;
}

/**
 * What is 1 at a moment of its own and a third so many days later, for many things. e to the power of each moment is kept: at any
 * other moment all are multiplied by one number.
 */
export class Fading {
  private readonly moments: readonly number[];
  private readonly span: number;
  private left = new Float64Array(64);
  private known = 0;
  private base = 0;

  /** @param moments in milliseconds since 1970; may grow at the end at any time */
  constructor(moments: readonly number[], days: number) {
    this.moments = moments;
    this.span = days * DAY;
  }

  /** The moment of one thing has changed. */
  changed(number: number): void {
    if (number < this.known) this.left[number] = this.power(number);
  }

  /** Any of them have changed. */
  renumbered(): void {
    this.known = 0;
  }

  at(now: number): Faded {
    if (Math.abs(now - this.base) > FARTHEST) {
      this.base = now;
      this.known = 0;
    }
    this.reserve(this.moments.length);
    for (; this.known < this.moments.length; this.known++) this.left[this.known] = this.power(this.known);
    return { left: this.left, factor: Math.exp((this.base - now) / this.span) };
  }

  private power(number: number): number {
    return Math.exp((this.moments[number]! - this.base) / this.span);
  }

  private reserve(size: number): void {
    if (size <= this.left.length) return;
    const larger = new Float64Array(Math.ceil(size * 1.25));
    larger.set(this.left);
    this.left = larger;
  }
}
