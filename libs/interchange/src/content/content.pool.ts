import { extname, join } from 'node:path';
import { availableParallelism } from 'node:os';
import { WorkerPool } from '@app/environment';
import type { Text } from '../format/record-parts';
import type { ContentBatch } from './content.worker';
import type { ConvertedText } from './convert-text';

/** More threads would cost more memory than an import may take. */
const MOST_THREADS = 4;

const FILE = join(__dirname, `content.worker${extname(__filename)}`);
/** Small, so that a whole import stays small; enough for all but the longest texts. */
const WORKER = { file: FILE, megabytes: 48, youngMegabytes: 4 };
/** For what was too much for the others. */
const LARGE_WORKER = { file: FILE, megabytes: 512 };

const TOO_MUCH = { fault: 'The text takes too long to lay out.' };

/** How a pool works, where not as usual. */
export interface ContentPoolOptions {
  readonly baseUrl?: string;
  readonly threads?: number;
  /** How long a batch of texts may take; each of them alone may take twice that. */
  readonly milliseconds?: number;
}

/** Turns texts into Markdown and safe HTML in threads, a batch at a time. */
export class ContentPool {
  /** How many batches are worked on at once. */
  readonly threads: number;
  private readonly pool: WorkerPool<ContentBatch, readonly ConvertedText[]>;
  /** One text at a time: it starts when it is needed. */
  private readonly large: WorkerPool<ContentBatch, readonly ConvertedText[]>;

  constructor(private readonly options: ContentPoolOptions = {}) {
    const { threads = Math.min(MOST_THREADS, availableParallelism()), milliseconds = 5_000 } = options;
    this.threads = threads;
    this.pool = new WorkerPool(WORKER, { threads, waiting: Infinity, milliseconds });
    this.large = new WorkerPool(LARGE_WORKER, { threads: 1, waiting: Infinity, milliseconds: 2 * milliseconds });
  }

  /** What each text has become. One that is too much holds up no other: it alone is refused. */
  async convert(texts: readonly Text[]): Promise<readonly ConvertedText[]> {
    if (texts.length === 0) return [];
    const converted = await this.pool.ask(this.batch(texts));
    if (converted) return converted;
    const all: ConvertedText[] = [];
    for (const text of texts) all.push((await this.large.ask(this.batch([text])))?.[0] ?? TOO_MUCH);
    return all;
  }

  async close(): Promise<void> {
    await Promise.all([this.pool.close(), this.large.close()]);
  }

  private batch(texts: readonly Text[]): ContentBatch {
    return { texts, baseUrl: this.options.baseUrl };
  }
}
