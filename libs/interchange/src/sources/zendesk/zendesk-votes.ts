import type { On } from '../../format/record-parts';
import type { Fields } from '../rows/fields';
import type { Findings } from '../rows/findings';
import { KnownIds } from '../rows/known-ids';
import type { Found, Place } from '../source';

/** Votes that are told one by one. They count where the source does not tell how many there are. */
export class ZendeskVotes {
  private readonly counted = new KnownIds();
  private readonly days = new Map<string, { readonly on: On; readonly day: string; up: number; down: number }>();

  /** The source tells how many votes a post or comment has. */
  areCountedFor(id: string): void {
    this.counted.add(id);
  }

  add(vote: Fields, findings: Findings): void {
    const type = vote.line('item_type') ?? '';
    const id = vote.id('item_id');
    const value = vote.integer('value') ?? 0;
    const day = vote.instant('created_at').slice(0, 10);
    if (!/^post/i.test(type)) return findings.leaveOut('votes for other things');
    if (this.counted.has(id)) return findings.leaveOut('single votes, which are counted already');
    const on = /comment/i.test(type) ? { answer: id } : { topic: id };
    const key = `${id}\n${day}`;
    const votes = this.days.get(key) ?? { on, day, up: 0, down: 0 };
    if (value > 0) votes.up++;
    else if (value < 0) votes.down++;
    this.days.set(key, votes);
  }

  /** What has come together. */
  found(at: Place): Found[] {
    return [...this.days.values()].map((votes) => ({ at, record: { kind: 'vote', ...votes } }));
  }
}
