import { once } from 'node:events';
import { extname, join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { DomainError } from '@app/kernel';
import type { RenderOutcome } from './source.renderer';

const START_MILLISECONDS = 20_000;

/** One worker thread that renders one source at a time, and is ended when a source takes too long. */
export class RenderThread {
  private readonly worker = new Worker(join(__dirname, `render.worker${extname(__filename)}`), {
    // Where tests run the TypeScript source, Node would warn that it had to find out the module type.
    execArgv: ['--disable-warning=MODULE_TYPELESS_PACKAGE_JSON'],
    resourceLimits: { maxOldGenerationSizeMb: 128 },
  });
  private readonly ended = new AbortController();
  private readonly ready = this.message(START_MILLISECONDS);

  constructor() {
    // Who waits for an answer is told of a failure; a failing idle thread only ends.
    this.worker.on('error', () => undefined);
    this.worker.on('exit', () => this.ended.abort());
    this.ready.catch(() => this.end());
  }

  /** Whether it can render another source. */
  get alive(): boolean {
    return !this.ended.signal.aborted;
  }

  /**
   * Renders one source; null where it took longer than `milliseconds` of running, or more memory than a text is worth.
   * The thread has ended then.
   */
  async render(source: string, milliseconds: number): Promise<RenderOutcome | null> {
    this.worker.ref();
    try {
      await this.ready;
      const answer = this.message(milliseconds);
      this.worker.postMessage(source);
      return (await answer) as RenderOutcome;
    } catch (error) {
      const reason = this.failure(error);
      await this.end();
      if (reason === null) return null;
      throw reason;
    } finally {
      // An idle thread keeps no process from ending.
      this.worker.unref();
    }
  }

  async end(): Promise<void> {
    this.ended.abort();
    await this.worker.terminate();
  }

  /** The next message of the thread. */
  private async message(milliseconds: number): Promise<unknown> {
    const signal = AbortSignal.any([this.ended.signal, AbortSignal.timeout(milliseconds)]);
    const [message] = (await once(this.worker, 'message', { signal })) as [unknown];
    return message;
  }

  /** What to throw for a failed rendering, or null where the source was to blame. */
  private failure(error: unknown): unknown {
    const { name, code } = error as { name?: unknown; code?: unknown };
    if (code === 'ERR_WORKER_OUT_OF_MEMORY') return null;
    if (name !== 'AbortError') return error;
    return this.alive ? null : new DomainError('UNAVAILABLE', 'The server is stopping: try again in a minute.');
  }
}
