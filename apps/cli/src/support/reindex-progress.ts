import type { PassPlace } from '@app/search';
import { count, duration } from '../importing/import-progress';

/** How often a terminal is told how far it is, in milliseconds. */
const ON_TERMINAL_MS = 100;
/** The same where each line stays. */
const IN_LINES_MS = 5_000;

type Output = Pick<NodeJS.WriteStream, 'write' | 'isTTY'>;

/** Says how far the reindexing of one community is: one line that changes on a terminal, plain lines elsewhere. */
export class ReindexProgress {
  private readonly started: number;
  private told: number;
  private place: PassPlace;

  /** @param before how far it was when it was stopped; null where it begins */
  constructor(
    private readonly slug: string,
    private readonly before: PassPlace | null,
    private readonly output: Output,
    private readonly now: () => number = Date.now,
  ) {
    this.started = this.told = now();
    this.place = before ?? { task: 'REINDEX', done: 0, total: null };
    if (this.place.done > 0) this.line(`"${slug}": going on behind the ${count(this.place.done)} that are done.\n`);
  }

  /** How far it is now, where that has changed. */
  tell(place: PassPlace | null): void {
    if (place?.task !== 'REINDEX') return;
    this.place = place;
    if (this.now() - this.told < (this.output.isTTY ? ON_TERMINAL_MS : IN_LINES_MS)) return;
    this.told = this.now();
    const { done, total } = place;
    const part = total
      ? `${((100 * Math.min(done, total)) / total).toFixed(1)} %, ${count(done)} of ${count(total)}`
      : '';
    const left = total && this.rate > 0 ? `, about ${duration(Math.max(0, total - done) / this.rate)} left` : '';
    this.line(`"${this.slug}": ${part}, ${count(this.rate)} a second${left}${this.output.isTTY ? '' : '\n'}`);
  }

  /** What came of it. */
  end(finished: boolean): void {
    const { done, total } = this.place;
    this.line(
      finished
        ? `"${this.slug}" is indexed: ${count(done)} in ${duration(this.seconds)} (${count(this.rate)} a second).\n`
        : `"${this.slug}": stopped at ${count(done)} of ${count(total ?? 0)}. Run it again to go on; a running worker goes on by itself.\n`,
    );
  }

  private get seconds(): number {
    return Math.max(this.now() - this.started, 1) / 1000;
  }

  private get rate(): number {
    return Math.round((this.place.done - (this.before?.done ?? 0)) / this.seconds);
  }

  private line(text: string): void {
    this.output.write(this.output.isTTY ? `\r\x1b[K${text}` : text);
  }
}
