import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BenchDatabase } from './data/bench-database';
import type { Work } from './works';

/** Clock ticks a second, as Linux counts processor time. */
const TICKS = 100;
const PAGE_BYTES = 4096;

/** A server that is measured, in a process of its own. */
export class Contender {
  private process: ChildProcess | undefined;
  port = 0;

  constructor(
    readonly name: string,
    readonly language: 'floor' | 'ours' | 'postgraphile',
    private readonly settings: Record<string, string> = {},
  ) {}

  async start({ ownerUrl, appUrl, adminUrl }: BenchDatabase): Promise<void> {
    const child = fork(join(__dirname, 'contenders', `${this.language}.js`), [], {
      // As `npm start` sets it.
      execArgv: this.language === 'ours' ? ['--max-semi-space-size=16'] : [],
      env: {
        ...process.env,
        NODE_ENV: 'production',
        BENCH_OWNER_URL: ownerUrl,
        BENCH_APP_URL: appUrl,
        BENCH_ADMIN_URL: adminUrl,
        ...this.settings,
      },
    });
    this.process = child;
    const [message] = (await Promise.race([
      once(child, 'message'),
      once(child, 'exit').then(() => Promise.reject(new Error(`${this.name} did not start.`))),
    ])) as [{ port: number }];
    this.port = message.port;
  }

  /** Whether it takes part in a work. */
  does({ postgraphileQuery, variants }: Work): boolean {
    if (this.language === 'postgraphile') return postgraphileQuery !== null;
    return variants || Object.keys(this.settings).length === 0;
  }

  /** Processor seconds so far, and bytes of memory now; nothing where the system does not tell. */
  usage(): { cpuSeconds: number; memory: number } {
    try {
      const stat = readFileSync(`/proc/${this.process?.pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
      return { cpuSeconds: (Number(stat[11]) + Number(stat[12])) / TICKS, memory: Number(stat[21]) * PAGE_BYTES };
    } catch {
      return { cpuSeconds: Number.NaN, memory: Number.NaN };
    }
  }

  async stop(): Promise<void> {
    if (!this.process || this.process.exitCode !== null) return;
    const gone = once(this.process, 'exit');
    this.process.kill('SIGKILL');
    await gone;
  }
}
