import { extname, join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { ThreadGone } from './thread-gone';
import type { Answered, Asked, MemoryAnswer, MemoryCall } from './similarity.worker';

interface Waiting {
  readonly resolve: (answer: MemoryAnswer) => void;
  readonly reject: (reason: Error) => void;
}

/** Memories of communities in a thread of their own, so that comparing holds nobody up. It does one call after the other. */
export class SimilarityThread {
  private readonly worker: Worker;
  private readonly waiting = new Map<number, Waiting>();
  private last = 0;
  private gone = false;

  constructor() {
    this.worker = new Worker(join(__dirname, `similarity.worker${extname(__filename)}`), {
      // Where tests run the TypeScript source, Node would warn that it had to find out the module type.
      execArgv: ['--disable-warning=MODULE_TYPELESS_PACKAGE_JSON'],
      // Texts pass through and are forgotten: tidied up often, they leave the process 90 to 120 MB smaller.
      resourceLimits: { maxYoungGenerationSizeMb: 8 },
    });
    this.worker.unref();
    this.worker.on('message', (said: Answered) => this.settle(said));
    // What went wrong is told to those who wait, by the exit that follows.
    this.worker.on('error', () => undefined);
    this.worker.on('exit', () => this.fail());
  }

  get alive(): boolean {
    return !this.gone;
  }

  /** Calls that are not answered yet. */
  get calls(): number {
    return this.waiting.size;
  }

  /**
   * @param memory the name of the memory
   * @throws ThreadGone
   */
  ask(memory: string, call: MemoryCall): Promise<MemoryAnswer> {
    if (this.gone) return Promise.reject(new ThreadGone('The thread of similarity has ended.'));
    const number = ++this.last;
    const asked: Asked = { ...call, number, memory };
    return new Promise((resolve, reject) => {
      this.waiting.set(number, { resolve, reject });
      this.worker.postMessage(asked, handedOver(call));
    });
  }

  async end(): Promise<void> {
    this.gone = true;
    await this.worker.terminate();
    this.fail();
  }

  private settle(said: Answered): void {
    const waiting = this.waiting.get(said.number);
    this.waiting.delete(said.number);
    if ('answer' in said) waiting?.resolve(said.answer);
    else waiting?.reject(new Error(said.failure));
  }

  private fail(): void {
    this.gone = true;
    for (const { reject } of this.waiting.values()) reject(new ThreadGone('The thread of similarity has ended.'));
    this.waiting.clear();
  }
}

/** The memory of a model goes over to the thread, where it has one of its own: it is the largest thing that is told. */
function handedOver(call: MemoryCall): ArrayBuffer[] {
  const model = call.do === 'open' ? call.model : null;
  return model?.buffer instanceof ArrayBuffer && model.buffer.byteLength === model.byteLength ? [model.buffer] : [];
}
