import type { ImportObserver, PublishStep } from '@app/interchange';

/** How often a terminal is told how far it is, in milliseconds. */
const ON_TERMINAL_MS = 100;
/** The same where each line stays. */
const IN_LINES_MS = 5_000;

type Output = Pick<NodeJS.WriteStream, 'write' | 'isTTY'>;

/** How far an import was when it was first heard of. */
interface Start {
  readonly position: number;
  readonly part: number;
  readonly at: number;
}

/** Says how far an import is: one line that changes on a terminal, plain lines elsewhere. */
export class ImportProgress implements ImportObserver {
  private start: Start | null = null;
  private told = 0;

  constructor(
    private readonly output: Output,
    private readonly now: () => number = Date.now,
  ) {}

  begin(position: number): void {
    if (position > 0) this.line(`Going on behind the ${count(position)} things that were read before.\n`);
    this.start = { position, part: 0, at: this.now() };
    this.told = this.now();
  }

  read(position: number, part: number): void {
    const start = (this.start ??= { position: 0, part: 0, at: this.now() });
    if (!this.isTime()) return;
    const seconds = Math.max(this.now() - start.at, 1) / 1000;
    const rate = Math.round((position - start.position) / seconds);
    const left = part > start.part ? (seconds * (1 - part)) / (part - start.part) : null;
    const remaining = left === null ? '' : `, about ${duration(left)} left`;
    this.changing(`${(100 * part).toFixed(1)} %, ${count(position)} read, ${count(rate)} a second${remaining}`);
  }

  publishing({ name, number, of }: PublishStep): void {
    if (number > 1 && !this.isTime()) return;
    this.changing(`Making it visible, step ${number} of ${of}: ${name}`);
  }

  /** Takes the line that changes away. */
  end(): void {
    if (this.output.isTTY) this.output.write('\r\x1b[K');
  }

  /** Whether enough time has passed to say something again. */
  private isTime(): boolean {
    if (this.now() - this.told < (this.output.isTTY ? ON_TERMINAL_MS : IN_LINES_MS)) return false;
    this.told = this.now();
    return true;
  }

  private changing(text: string): void {
    this.line(this.output.isTTY ? text : `${text}\n`);
  }

  private line(text: string): void {
    this.output.write(this.output.isTTY ? `\r\x1b[K${text}` : text);
  }
}

/** A number as people read it. */
export function count(number: number): string {
  return number.toLocaleString('en-US');
}

/** Seconds as people say them. */
export function duration(seconds: number): string {
  if (seconds < 90) return `${Math.ceil(seconds)} s`;
  return seconds < 5_400 ? `${Math.round(seconds / 60)} min` : `${(seconds / 3_600).toFixed(1)} h`;
}
