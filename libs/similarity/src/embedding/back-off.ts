const FIRST_MS = 1_000;
const LONGEST_MS = 60_000;

/** Leaves somebody alone who failed: the longer, the more often in a row. */
export class BackOff {
  private failures = 0;
  private until = 0;

  constructor(private readonly now: () => number = Date.now) {}

  /** Whether it is not time yet to ask again. */
  get isOn(): boolean {
    return this.now() < this.until;
  }

  /** Whether the last time failed. */
  get hasFailed(): boolean {
    return this.failures > 0;
  }

  succeeded(): void {
    this.failures = 0;
    this.until = 0;
  }

  failed(): void {
    this.until = this.now() + Math.min(FIRST_MS * 2 ** this.failures++, LONGEST_MS);
  }
}
