import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { DomainError } from '@app/kernel';

const START_MILLISECONDS = 20_000;

/** What a thread runs, and the memory it may use. */
export interface WorkerSpec {
  /** The full path of its file. */
  readonly file: string;
  /** For what lives long, which no thread may have more of. */
  readonly megabytes: number;
  /** For what is new: less makes it tidy up more often, and stay smaller. As V8 likes it where nothing is said. */
  readonly youngMegabytes?: number;
}

/**
 * A worker thread that answers one question at a time, and is ended when it takes too long. Its file posts a message
 * when it is ready, and then one for each that it gets.
 */
export class WorkerThread<Question, Answer> {
  private readonly worker: Worker;
  private readonly ended = new AbortController();
  private readonly ready: Promise<unknown>;

  constructor({ file, megabytes, youngMegabytes }: WorkerSpec) {
    this.worker = new Worker(file, {
      // Where tests run the TypeScript source, Node would warn that it had to find out the module type.
      execArgv: ['--disable-warning=MODULE_TYPELESS_PACKAGE_JSON'],
      resourceLimits: {
        maxOldGenerationSizeMb: megabytes,
        ...(youngMegabytes === undefined ? {} : { maxYoungGenerationSizeMb: youngMegabytes }),
      },
    });
    this.ready = this.message(START_MILLISECONDS);
    // Who waits for an answer is told of a failure; a failing idle thread only ends.
    this.worker.on('error', () => undefined);
    this.worker.on('exit', () => this.ended.abort());
    this.ready.catch(() => this.end());
  }

  /** Whether it can answer another question. */
  get alive(): boolean {
    return !this.ended.signal.aborted;
  }

  /**
   * The answer to one question; null where it took longer than `milliseconds` of running, or more memory than it may.
   * The thread has ended then.
   */
  async ask(question: Question, milliseconds: number): Promise<Answer | null> {
    this.worker.ref();
    try {
      await this.ready;
      const answer = this.message(milliseconds);
      this.worker.postMessage(question);
      return (await answer) as Answer;
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

  /** What to throw for a failure, or null where the question was to blame. */
  private failure(error: unknown): unknown {
    const { name, code } = error as { name?: unknown; code?: unknown };
    if (code === 'ERR_WORKER_OUT_OF_MEMORY') return null;
    if (name !== 'AbortError') return error;
    return this.alive ? null : new DomainError('UNAVAILABLE', 'The server is stopping: try again in a minute.');
  }
}
