import { on, once } from 'node:events';
import { extname, join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Example } from './example';
import type { Said, Told } from './learning.worker';
import { TRAINING, type TrainingOptions } from './training';

/** So many examples are handed over at a time: few enough that copying them holds nobody up. */
const PART = 100;

export interface LearningRun {
  readonly options?: TrainingOptions;
  /** Ends the thread at once; nothing is kept, the next run starts over. */
  readonly signal?: AbortSignal;
  /** Told now and then how much of the training is done, 0 to 1. */
  readonly onProgress?: (done: number) => void;
}

/**
 * Learns word vectors in a thread of its own, so that who asks for them keeps serving. Examples are handed over as they
 * are read; the thread keeps their words as numbers only.
 */
export class LearningThread {
  private readonly worker: Worker;
  private readonly run: LearningRun;

  private constructor(run: LearningRun) {
    this.run = run;
    this.worker = new Worker(join(__dirname, `learning.worker${extname(__filename)}`), {
      workerData: run.options ?? TRAINING,
      // Where tests run the TypeScript source, Node would warn that it had to find out the module type.
      execArgv: ['--disable-warning=MODULE_TYPELESS_PACKAGE_JSON'],
    });
  }

  /**
   * The model as bytes, for WordVectors.fromBuffer.
   * @throws AbortError where the signal stopped it
   */
  static async learn(examples: Iterable<Example> | AsyncIterable<Example>, run: LearningRun = {}): Promise<Buffer> {
    run.signal?.throwIfAborted();
    const thread = new LearningThread(run);
    try {
      await thread.tell(examples);
      return await thread.train();
    } finally {
      await thread.worker.terminate();
    }
  }

  private async tell(examples: Iterable<Example> | AsyncIterable<Example>): Promise<void> {
    let part: Example[] = [];
    for await (const example of examples) {
      part.push(example);
      if (part.length < PART) continue;
      await this.send(part);
      part = [];
    }
    await this.send(part);
  }

  /** Waits until the thread has read a part before the next is sent: they do not pile up. */
  private async send(examples: readonly Example[]): Promise<void> {
    const read = once(this.worker, 'message', { signal: this.run.signal });
    this.post({ examples });
    await read;
  }

  private async train(): Promise<Buffer> {
    const said = on(this.worker, 'message', { signal: this.run.signal }) as AsyncIterable<[Said]>;
    this.post({ learn: true });
    for await (const [message] of said) {
      if ('model' in message) return Buffer.from(message.model);
      if ('done' in message) this.run.onProgress?.(message.done);
    }
    throw new Error('The learning thread ended without a model.');
  }

  private post(told: Told): void {
    this.worker.postMessage(told);
  }
}
