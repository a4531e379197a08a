import type { ExportedFile } from '@app/interchange';

/** How often a terminal is told how far it is, in milliseconds. */
const ON_TERMINAL_MS = 100;
/** The same where each line stays. */
const IN_LINES_MS = 10_000;
const MEGA = 1_000_000;

type Output = Pick<NodeJS.WriteStream, 'write' | 'isTTY'>;

/** Says how far an export is: one line that changes on a terminal, plain lines elsewhere. */
export class ExportProgress {
  private readonly started = Date.now();
  private told = Date.now();
  private whole = 0;

  constructor(private readonly output: Output) {}

  /** A file has grown, or is whole. */
  tell(file: ExportedFile): void {
    if (file.bytes !== null) {
      this.whole += file.records;
      this.line(`${file.name.padEnd(28)} ${records(file.records).padStart(20)} ${size(file.bytes).padStart(12)}\n`);
    } else if (Date.now() - this.told >= (this.output.isTTY ? ON_TERMINAL_MS : IN_LINES_MS)) {
      this.told = Date.now();
      this.line(
        `${file.name.padEnd(28)} ${records(file.records).padStart(20)}, ${this.rate(file.records)}${this.output.isTTY ? '' : '\n'}`,
      );
    }
  }

  /** What was exported in all. */
  finish(files: readonly ExportedFile[], folder: string): void {
    const bytes = files.reduce((sum, file) => sum + (file.bytes ?? 0), 0);
    const seconds = ((Date.now() - this.started) / 1000).toFixed(1);
    this.line(
      `${folder}: ${records(this.whole)} in ${files.length} files, ${size(bytes)}, in ${seconds} s (${this.rate(0)}).\n`,
    );
  }

  private rate(more: number): string {
    const seconds = Math.max(Date.now() - this.started, 1) / 1000;
    return `${count(Math.round((this.whole + more) / seconds))} a second`;
  }

  private line(text: string): void {
    this.output.write(this.output.isTTY ? `\r\x1b[K${text}` : text);
  }
}

function count(number: number): string {
  return number.toLocaleString('en-US');
}

function records(number: number): string {
  return `${count(number)} ${number === 1 ? 'record' : 'records'}`;
}

function size(bytes: number): string {
  return `${(bytes / MEGA).toFixed(1)} MB`;
}
