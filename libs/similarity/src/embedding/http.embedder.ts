import { EmbedderDown, unitVector, type Embedder } from './embedder';

/** Texts that are sent at a time. */
const BATCH = 64;
/** So much of a text is sent, in UTF-16 units: models read no more than some hundred words. */
const LONGEST = 2_000;
const PATIENCE_MS = 30_000;
/** Of an answer; 64 vectors of 4,096 numbers in full are less. */
const MOST_BYTES = 16 * 2 ** 20;

/** Where the endpoint is, and how to ask it. */
export interface EmbedderAddress {
  /** The base of an OpenAI-compatible API, or its `/embeddings` itself. */
  readonly url: string;
  readonly model: string | null;
  readonly key: string | null;
}

/** A model behind an OpenAI-compatible endpoint. */
export class HttpEmbedder implements Embedder {
  readonly name: string;
  private readonly url: string;
  private readonly closing = new AbortController();

  constructor(private readonly address: EmbedderAddress) {
    const { host, pathname } = new URL(address.url);
    const path = pathname.replace(/\/+$/, '');
    this.url = new URL(path.endsWith('/embeddings') ? path : `${path}/embeddings`, address.url).href;
    this.name = [host + path, address.model].filter(Boolean).join(' ');
  }

  async embed(texts: readonly string[], signal?: AbortSignal): Promise<Float32Array[]> {
    const vectors: Float32Array[] = [];
    for (let at = 0; at < texts.length; at += BATCH) {
      vectors.push(...(await this.batch(texts.slice(at, at + BATCH), signal)));
    }
    if (vectors.some(({ length }) => length !== vectors[0]!.length)) throw strange('vectors of different sizes');
    return vectors;
  }

  async close(): Promise<void> {
    this.closing.abort();
  }

  private async batch(texts: readonly string[], signal?: AbortSignal): Promise<Float32Array[]> {
    const { model, key } = this.address;
    const given = signal ? [signal] : [];
    const input = texts.map((text) => text.slice(0, LONGEST).trim() || '-');
    try {
      const response = await fetch(this.url, {
        method: 'POST',
        redirect: 'error',
        headers: { 'content-type': 'application/json', ...(key ? { authorization: `Bearer ${key}` } : {}) },
        body: JSON.stringify({ input, ...(model ? { model } : {}), encoding_format: 'float' }),
        signal: AbortSignal.any([this.closing.signal, AbortSignal.timeout(PATIENCE_MS), ...given]),
      });
      if (!response.ok) {
        await response.body?.cancel();
        throw new EmbedderDown(`The embedder answers with ${response.status}.`);
      }
      return vectorsOf(JSON.parse(await textOf(response)), texts.length);
    } catch (error) {
      if (error instanceof EmbedderDown) throw error;
      const reason = error instanceof Error ? error.message : String(error);
      throw new EmbedderDown(`The embedder does not answer: ${reason}`, { cause: error });
    }
  }
}

async function textOf(response: Response): Promise<string> {
  const parts: Uint8Array[] = [];
  let bytes = 0;
  for await (const part of response.body ?? []) {
    bytes += part.length;
    if (bytes > MOST_BYTES) throw strange('too much');
    parts.push(part);
  }
  return Buffer.concat(parts).toString('utf8');
}

function vectorsOf(answer: unknown, count: number): Float32Array[] {
  const data: unknown = isObject(answer) ? answer.data : null;
  if (!Array.isArray(data) || data.length !== count) throw strange('no list of as many vectors as texts');
  const vectors: Float32Array[] = [];
  for (const [place, item] of data.entries()) {
    const { index = place, embedding } = isObject(item) ? item : {};
    const isVector = Array.isArray(embedding) && embedding.length > 0 && embedding.every(Number.isFinite);
    if (!isVector || typeof index !== 'number' || !(index in data) || vectors[index]) throw strange('no vectors');
    vectors[index] = unitVector(embedding as number[]);
  }
  return vectors;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function strange(what: string): EmbedderDown {
  return new EmbedderDown(`The embedder answers with ${what}.`);
}
