/** So many days are looked back at. */
const DAYS = 14;
/** So many of a day's best chances are kept of somebody. */
const KEPT = 40;

interface Chance {
  readonly value: number;
  /** The time of day when it was there, 0 to 1. */
  readonly time: number;
}

/** What is known of one person's days. */
class Days {
  today = -1;
  chances = new Map<string, Chance>();
  readonly past: Chance[][] = [];

  /** Closes days that are over. Days without any chance count, too: nothing came. */
  goTo(day: number): void {
    if (this.today >= 0 && day > this.today) {
      const best = [...this.chances.values()].sort((a, b) => b.value - a.value).slice(0, KEPT);
      this.past.push(best);
      for (let empty = Math.min(day - this.today - 1, DAYS); empty > 0; empty--) this.past.push([]);
      this.past.splice(0, this.past.length - DAYS);
      this.chances = new Map();
    }
    this.today = Math.max(day, this.today);
  }
}

/**
 * What each person could be asked about on each of the last days, to tell whether a question is among the best that they
 * can expect today: asks that were spent early on what is common are missing when something comes that is theirs.
 */
export class Expectations {
  private readonly people = new Map<string, Days>();

  /** Notes that somebody could have been asked. @param now in days since 1970 */
  note(memberId: string, topicId: string, value: number, now: number): void {
    const days = this.daysOf(memberId, now);
    const known = days.chances.get(topicId);
    if (!known || value > known.value) days.chances.set(topicId, { value, time: now % 1 });
  }

  /** What a question must be worth so that it is among as many as they have asks left, of what the day still brings. */
  threshold(memberId: string, asksLeft: number, now: number): number {
    const { past } = this.daysOf(memberId, now);
    if (past.length === 0) return 0;
    const expected = past.flatMap((chances) => chances.filter(({ time }) => time > now % 1).map(({ value }) => value));
    const place = Math.floor(asksLeft * past.length);
    if (expected.length <= place) return 0;
    return expected.sort((a, b) => b - a)[place]!;
  }

  forget(memberId: string): void {
    this.people.delete(memberId);
  }

  private daysOf(memberId: string, now: number): Days {
    let days = this.people.get(memberId);
    if (!days) this.people.set(memberId, (days = new Days()));
    days.goTo(Math.floor(now));
    return days;
  }
}
