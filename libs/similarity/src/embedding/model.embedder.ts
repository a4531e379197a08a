import { once } from 'node:events';
import { basename, extname, join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { EmbedderDown, type Embedder } from './embedder';
import type { ModelCall, ModelPlace, ModelSaid } from './model.worker';

/** More calls than these do not wait: the model can't keep up. */
const MOST_WAITING = 32;
const INSTALL =
  'ONNXRUNTIME_NODE_INSTALL=skip npm install --no-save onnxruntime-node@1.30.0 @huggingface/tokenizers@0.2.0';

interface Waiting {
  readonly resolve: (vectors: Float32Array[]) => void;
  readonly reject: (reason: EmbedderDown) => void;
}

/** A model folder (`model.onnx`, `tokenizer.json`), run in a thread of its own. */
export class ModelEmbedder implements Embedder {
  private readonly waiting = new Map<number, Waiting>();
  private last = 0;
  private gone = false;

  private constructor(
    private readonly worker: Worker,
    readonly name: string,
  ) {
    worker.unref();
    worker.on('message', (said: ModelSaid) => this.settle(said));
    worker.on('error', () => undefined);
    worker.on('exit', () => this.end());
  }

  /** @throws EmbedderDown that says what to install, or what is wrong with the folder */
  static async open(folder: string): Promise<ModelEmbedder> {
    const place: ModelPlace = { folder, from: __filename };
    const worker = new Worker(join(__dirname, `model.worker${extname(__filename)}`), {
      workerData: place,
      // Where tests run the TypeScript source, Node would warn that it had to find out the module type.
      execArgv: ['--disable-warning=MODULE_TYPELESS_PACKAGE_JSON'],
    });
    try {
      const [said] = (await once(worker, 'message')) as [ModelSaid];
      if ('ready' in said) return new ModelEmbedder(worker, `${basename(folder)} ${said.digest}`);
      throw new Error('missing' in said ? said.missing : 'it says nothing');
    } catch (error) {
      await worker.terminate();
      throw new EmbedderDown(whatToDo(folder, error instanceof Error ? error.message : String(error)));
    }
  }

  embed(texts: readonly string[], signal?: AbortSignal): Promise<Float32Array[]> {
    if (this.gone) return Promise.reject(new EmbedderDown('The embedder has ended.'));
    if (this.waiting.size >= MOST_WAITING) return Promise.reject(new EmbedderDown('The embedder can not keep up.'));
    const number = ++this.last;
    const call: ModelCall = { number, texts };
    return new Promise((resolve, reject) => {
      const settle: Waiting = { resolve, reject };
      this.waiting.set(number, settle);
      if (signal?.aborted) return this.fail(number, 'The embedder takes too long.');
      signal?.addEventListener('abort', () => this.fail(number, 'The embedder takes too long.'), { once: true });
      this.worker.ref();
      this.worker.postMessage(call);
    });
  }

  async close(): Promise<void> {
    await this.worker.terminate();
    this.end();
  }

  private settle(said: ModelSaid): void {
    if (!('number' in said)) return;
    if ('failure' in said) this.fail(said.number, `The embedder fails: ${said.failure}`);
    else this.take(said.number)?.resolve([...said.vectors]);
  }

  private fail(number: number, reason: string): void {
    this.take(number)?.reject(new EmbedderDown(reason));
  }

  /** An idle thread keeps no process from ending. */
  private take(number: number): Waiting | undefined {
    const waiting = this.waiting.get(number);
    this.waiting.delete(number);
    if (this.waiting.size === 0) this.worker.unref();
    return waiting;
  }

  private end(): void {
    this.gone = true;
    for (const number of this.waiting.keys()) this.fail(number, 'The embedder has ended.');
  }
}

function whatToDo(folder: string, reason: string): string {
  if (/onnxruntime-node|@huggingface\/tokenizers/.test(reason)) {
    return `EMBEDDER_MODEL_DIR needs two packages that are installed on demand only. Run:\n  ${INSTALL}\n(${reason.split('\n')[0]})`;
  }
  return `EMBEDDER_MODEL_DIR: ${folder} can not be used as a model: it needs model.onnx and tokenizer.json (${reason}).`;
}
