/** A count that fades: what it counted is worth 1/e after so many days. */
export class Decayed {
  private value = 0;
  private at = 0;
  private readonly days: number;

  constructor(days: number) {
    this.days = days;
  }

  /** Counts something more. @param now in days since 1970 */
  add(now: number, count = 1): void {
    this.value = this.valueAt(now) + count;
    this.at = Math.max(now, this.at);
  }

  valueAt(now: number): number {
    return now <= this.at ? this.value : this.value * Math.exp((this.at - now) / this.days);
  }
}
