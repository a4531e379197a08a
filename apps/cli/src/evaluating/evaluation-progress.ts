/** How often a terminal is told how far it is, in milliseconds. */
const ON_TERMINAL_MS = 200;
/** The same where each line stays. */
const IN_LINES_MS = 10_000;

type Output = Pick<NodeJS.WriteStream, 'write' | 'isTTY'>;

/** Says how far an evaluation is: one line that changes on a terminal, plain lines elsewhere. */
export class EvaluationProgress {
  private told = 0;

  constructor(
    private readonly output: Output,
    private readonly now: () => number = Date.now,
  ) {}

  /** @param share how much of the step is done, 0 to 1 */
  tell(step: string, share: number): void {
    this.say(`${step}: ${(100 * share).toFixed(0)} %`);
  }

  count(step: string, things: number): void {
    this.say(`${step}: ${things.toLocaleString('en-US')}`);
  }

  /** Says something that stays. */
  done(text: string): void {
    this.end();
    this.output.write(`${text}\n`);
  }

  /** Takes the line that changes away. */
  end(): void {
    if (this.output.isTTY) this.output.write('\r\x1b[K');
  }

  private say(text: string): void {
    if (this.now() - this.told < (this.output.isTTY ? ON_TERMINAL_MS : IN_LINES_MS)) return;
    this.told = this.now();
    this.output.write(this.output.isTTY ? `\r\x1b[K${text}` : `${text}\n`);
  }
}
