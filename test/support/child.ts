import { spawn, type ChildProcessByStdio } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';

const ROOT = join(__dirname, '../..');
const POLL_MS = 20;

/** A process that a test starts and watches. One that is left when the test file is through is killed. */
export class Child {
  private static readonly started: Child[] = [];
  private written = { stdout: '', stderr: '' };
  private readonly ended: Promise<number | null>;

  private constructor(private readonly process: ChildProcessByStdio<null, Readable, Readable>) {
    for (const stream of ['stdout', 'stderr'] as const) {
      process[stream].on('data', (part: Buffer) => {
        this.written[stream] += part.toString();
      });
    }
    this.ended = once(process, 'close').then(([code]: (number | null)[]) => code ?? null);
    Child.started.push(this);
  }

  /**
   * @param args of Node
   * @param settings the environment, beside PATH and HOME
   */
  static node(args: readonly string[], settings: Readonly<Record<string, string>> = {}, cwd = ROOT): Child {
    const { PATH, HOME } = process.env;
    const env = { PATH, HOME, ...settings };
    return new Child(spawn(process.execPath, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] }));
  }

  /** A program in TypeScript, run from its source. */
  static script(file: string, args: readonly string[], settings: Readonly<Record<string, string>> = {}): Child {
    return Child.node(['--require', join(__dirname, 'register.js'), file, ...args], settings);
  }

  static killAll(): void {
    for (const { process } of Child.started.splice(0)) process.kill('SIGKILL');
  }

  get pid(): number {
    return this.process.pid ?? 0;
  }

  get stdout(): string {
    return this.written.stdout;
  }

  get stderr(): string {
    return this.written.stderr;
  }

  signal(signal: NodeJS.Signals): void {
    this.process.kill(signal);
  }

  /** Its exit code, once it has ended; null when a signal ended it. */
  exit(): Promise<number | null> {
    return this.ended;
  }

  /** Waits until its output matches. */
  async says(pattern: RegExp): Promise<RegExpExecArray> {
    for (;;) {
      const match = pattern.exec(this.stdout);
      if (match) return match;
      if (this.process.exitCode !== null || this.process.signalCode !== null) {
        throw new Error(`The process ended without saying ${pattern}:\n${this.stdout}${this.stderr}`);
      }
      await sleep(POLL_MS);
    }
  }
}

afterAll(() => Child.killAll());
