const HOURS = 24;
const DAYS = 60;
/** How far a habit blurs into the hours beside, in hours. */
const WIDTH = 1.5;
const KERNEL = Float64Array.from({ length: HOURS }, (_, hour) => {
  const distance = Math.min(hour, HOURS - hour);
  return Math.exp(-0.5 * (distance / WIDTH) ** 2);
});
const KERNEL_SUM = KERNEL.reduce((sum, value) => sum + value, 0);

/** How much happened about an hour of the day, and in all. */
export interface HourCount {
  readonly hour: number;
  readonly all: number;
}

/** At which hours of the day (UTC) something happens, of the last two months mostly. */
export class HourHabit {
  private readonly hours = new Float64Array(HOURS);
  private at = 0;
  /** What was told last: a question is compared with many people at the same moment. */
  private last: (HourCount & { readonly asked: number; readonly at: number }) | null = null;

  /** Counts something that happened at an hour. @param now in days since 1970 */
  add(hour: number, now: number): void {
    const fade = this.fade(now);
    this.last = null;
    for (let h = 0; h < HOURS; h++) this.hours[h]! *= fade;
    this.hours[hour]! += 1;
    this.at = Math.max(now, this.at);
  }

  /** How much happened about this hour, and in all. */
  about(hour: number, now: number): HourCount {
    const { last } = this;
    if (last && last.at === now && last.asked === hour) return last;
    const fade = this.fade(now);
    let sum = 0;
    let all = 0;
    for (let h = 0; h < HOURS; h++) {
      sum += this.hours[h]! * KERNEL[(h - hour + HOURS) % HOURS]!;
      all += this.hours[h]!;
    }
    this.last = { asked: hour, at: now, hour: (sum / KERNEL_SUM) * fade, all: all * fade };
    return this.last;
  }

  private fade(now: number): number {
    return now <= this.at ? 1 : Math.exp((this.at - now) / DAYS);
  }
}

/** The hour of the day, UTC, 0 to 23. @param days since 1970 */
export function hourOf(days: number): number {
  return Math.floor((days - Math.floor(days)) * HOURS);
}
