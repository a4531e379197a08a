import { embeddedText, type Embedder, type History, type PastVectors } from '@app/similarity';

/** So many texts are embedded at a time. */
const PART = 32;
/** So many words of a body are typed when suggestions are shown. */
const TYPED_WORDS = 50;

/** How a history is embedded. */
export interface EmbeddingRun {
  readonly embedder: Embedder;
  /** The questions from here on are judged, up to `to`. */
  readonly from: Date;
  readonly to: Date;
  readonly signal: AbortSignal;
  readonly onProgress: (share: number) => void;
}

/** A history as a pretrained model reads it. */
export class PretrainedHistory implements PastVectors {
  private constructor(
    readonly name: string,
    private readonly threads: readonly Float32Array[],
    private readonly typedTexts: ReadonlyMap<number, Float32Array>,
    private readonly articles: readonly Float32Array[],
  ) {}

  /** @throws EmbedderDown, or AbortError where the signal stopped it */
  static async of({ threads, articles }: History, run: EmbeddingRun): Promise<PretrainedHistory> {
    const { embedder, from, to } = run;
    const judged = threads.flatMap(({ at }, number) => (at >= from.getTime() && at < to.getTime() ? [number] : []));
    const known = threads.filter(({ at }) => at < to.getTime());
    const texts = [
      ...known.map(({ title, body }) => embeddedText(title, body)),
      ...judged.map((number) => embeddedText(threads[number]!.title, beginning(threads[number]!.body))),
      ...articles.map(({ title }) => title),
    ];
    const vectors: Float32Array[] = [];
    for (let at = 0; at < texts.length; at += PART) {
      run.signal.throwIfAborted();
      vectors.push(...(await embedder.embed(texts.slice(at, at + PART), run.signal)));
      run.onProgress(at / texts.length);
    }
    const typed = vectors.slice(known.length, known.length + judged.length);
    return new PretrainedHistory(
      embedder.name,
      vectors.slice(0, known.length),
      new Map(judged.map((number, place) => [number, typed[place]!])),
      vectors.slice(known.length + judged.length),
    );
  }

  thread(number: number): Float32Array {
    return this.threads[number]!;
  }

  typed(number: number): Float32Array {
    return this.typedTexts.get(number)!;
  }

  article(number: number): Float32Array {
    return this.articles[number]!;
  }
}

function beginning(body: string): string {
  return body.split(/\s+/).slice(0, TYPED_WORDS).join(' ');
}
