import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { unitVector } from './embedder.ts';

/** Where the model is, and from where its packages are looked for. */
export interface ModelPlace {
  readonly folder: string;
  readonly from: string;
}

/** Texts under a number. */
export interface ModelCall {
  readonly number: number;
  readonly texts: readonly string[];
}

/** What the thread says: that it is ready, or why it is not; then an answer to each call. */
export type ModelSaid =
  | { readonly ready: true; readonly digest: string }
  | { readonly missing: string }
  | { readonly number: number; readonly vectors: readonly Float32Array[] }
  | { readonly number: number; readonly failure: string };

/** Models of this kind are trained on about so many parts of words; reading more costs more and tells little. */
const MOST_TOKENS = 128;
const DIGITS = 12;

interface Tensor {
  readonly data: Float32Array;
  readonly dims: readonly number[];
}

interface Session {
  readonly inputNames: readonly string[];
  readonly outputNames: readonly string[];
  run(inputs: Record<string, unknown>): Promise<Record<string, Tensor>>;
}

interface Runtime {
  readonly InferenceSession: { create(file: string, options: Record<string, unknown>): Promise<Session> };
  readonly Tensor: new (type: 'int64', values: BigInt64Array, dims: readonly number[]) => unknown;
}

interface Tokenizer {
  encode(text: string): { readonly ids: number[] };
}

interface Tokenizers {
  readonly Tokenizer: new (definition: unknown, config: unknown) => Tokenizer;
}

/** A transformer that was exported for ONNX, with its tokenizer: the mean of its last layer, scaled to length 1. */
class Model {
  private readonly runtime: Runtime;
  private readonly session: Session;
  private readonly tokenizer: Tokenizer;

  private constructor(runtime: Runtime, session: Session, tokenizer: Tokenizer) {
    this.runtime = runtime;
    this.session = session;
    this.tokenizer = tokenizer;
  }

  static async open({ folder, from }: ModelPlace): Promise<Model> {
    const load = createRequire(from);
    const runtime = load('onnxruntime-node') as Runtime;
    const { Tokenizer } = load('@huggingface/tokenizers') as Tokenizers;
    const tokenizer = new Tokenizer(JSON.parse(readFileSync(join(folder, 'tokenizer.json'), 'utf8')), {});
    const options = { intraOpNumThreads: 1, interOpNumThreads: 1 };
    return new Model(runtime, await runtime.InferenceSession.create(join(folder, 'model.onnx'), options), tokenizer);
  }

  async embed(text: string): Promise<Float32Array> {
    const all = this.tokenizer.encode(text).ids;
    // The last one closes the text.
    const ids = all.length > MOST_TOKENS ? [...all.slice(0, MOST_TOKENS - 1), all.at(-1)!] : all;
    const tensor = (values: number[]): unknown =>
      new this.runtime.Tensor('int64', BigInt64Array.from(values, BigInt), [1, values.length]);
    const inputs: Record<string, unknown> = {
      input_ids: tensor(ids),
      attention_mask: tensor(ids.map(() => 1)),
      token_type_ids: tensor(ids.map(() => 0)),
    };
    const known = this.session.inputNames.map((name) => [name, inputs[name]]);
    const outputs = await this.session.run(Object.fromEntries(known) as Record<string, unknown>);
    return unitVector(meanOf(outputs[this.session.outputNames[0]!]!));
  }
}

/** The mean over the parts of the text. */
function meanOf({ data, dims }: Tensor): Float32Array {
  const size = dims.at(-1)!;
  const mean = new Float32Array(size);
  for (let at = 0; at < data.length; at++) mean[at % size]! += data[at]!;
  return mean;
}

/** The thread's side of ModelEmbedder. */
if (parentPort) {
  const port = parentPort;
  const place = workerData as ModelPlace;
  const say = (said: ModelSaid): void => port.postMessage(said);
  const answer = async (model: Model, { number, texts }: ModelCall): Promise<ModelSaid> => {
    try {
      const vectors: Float32Array[] = [];
      for (const text of texts) vectors.push(await model.embed(text));
      return { number, vectors };
    } catch (error) {
      return { number, failure: reasonOf(error) };
    }
  };
  Model.open(place).then(
    (model) => {
      const digest = createHash('sha256')
        .update(readFileSync(join(place.folder, 'model.onnx')))
        .digest('hex');
      // One after the other: the runtime would run all at once, and each would take as long as all.
      let last = Promise.resolve();
      port.on('message', (call: ModelCall) => {
        last = last.then(async () => say(await answer(model, call)));
      });
      say({ ready: true, digest: digest.slice(0, DIGITS) });
    },
    (error: unknown) => say({ missing: reasonOf(error) }),
  );
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
