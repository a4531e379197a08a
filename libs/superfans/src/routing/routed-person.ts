import { Decayed } from './decayed.ts';
import { HourHabit, hourOf } from './hour-habit.ts';
import type { PassReason } from './routing.ts';

/** So many of the last replies are kept by their times. */
const REPLIES = 400;
const HOUR = 1 / 24;

/** What is known of somebody who replies. All times in days since 1970. */
export class RoutedPerson {
  readonly memberId: string;
  /** Questions of others that they answered, each once. */
  pickUps = 0;
  readonly lately = { days60: new Decayed(60), days7: new Decayed(7), day: new Decayed(1), year: new Decayed(360) };
  readonly replies = { day: new Decayed(1), hour: new Decayed(HOUR) };
  /** At which hours the questions came that they answered. */
  readonly questionHours = new HourHabit();
  /** Asks of the last week. */
  readonly asked = new Decayed(7);
  lastReply = -Infinity;
  /** The one before the last. */
  previousReply = -Infinity;
  private readonly products = new Map<string, number>();
  private readonly passed = new Map<string, Decayed>();
  private noTimeOn = -1;
  private times: number[] = [];

  constructor(memberId: string) {
    this.memberId = memberId;
  }

  replied(now: number): void {
    this.previousReply = this.lastReply;
    this.lastReply = Math.max(now, this.lastReply);
    this.replies.day.add(now);
    this.replies.hour.add(now);
    this.times.push(now);
    if (this.times.length > 2 * REPLIES) this.times = this.times.slice(-REPLIES);
  }

  pickedUp(question: { readonly at: number; readonly productIds: readonly string[] }, now: number): void {
    this.pickUps++;
    for (const count of Object.values(this.lately)) count.add(now);
    this.questionHours.add(hourOf(question.at), now);
    for (const id of question.productIds) this.products.set(id, this.answeredAbout([id]) + 1);
  }

  /** They passed an ask on: about those products less is expected of them, or for the rest of the day. */
  passedOn(productIds: readonly string[], reason: PassReason, now: number): void {
    if (reason === 'NO_TIME') this.noTimeOn = Math.floor(now);
    if (reason !== 'NOT_MY_FIELD') return;
    for (const id of productIds) {
      const passes = this.passed.get(id) ?? new Decayed(30);
      passes.add(now);
      this.passed.set(id, passes);
    }
  }

  /** How often they answered about any of the products. */
  answeredAbout(productIds: readonly string[]): number {
    return productIds.reduce((most, id) => Math.max(most, this.products.get(id) ?? 0), 0);
  }

  /** What passing leaves of their chance: 1 where they never did. */
  willingness(productIds: readonly string[], now: number): number {
    const passes = productIds.reduce((most, id) => Math.max(most, this.passed.get(id)?.valueAt(now) ?? 0), 0);
    const today = this.noTimeOn === Math.floor(now) ? 0.2 : 1;
    return today / (1 + 0.5 * passes);
  }

  /** How often they have replied since a moment; of many replies, of the last. */
  repliesSince(moment: number): number {
    let from = this.times.length;
    while (from > 0 && this.times[from - 1]! > moment) from--;
    return this.times.length - from;
  }
}
