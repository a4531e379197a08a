import { extname, join } from 'node:path';
import { availableParallelism } from 'node:os';
import { WorkerPool } from '@app/environment';
import type { Text } from '../format/record-parts';
import type { ContentBatch } from './content.worker';
import type { ConvertedText } from './convert-text';

/** More threads would cost more memory than an import may take. */
const MOST_THREADS = 4;

const WORKER = { file: join(__dirname, `content.worker${extname(__filename)}`), megabytes: 128 };

/** How a pool works, where not as usual. */
export interface ContentPoolOptions {
  readonly baseUrl?: string;
  readonly threads?: number;
  /** How long a batch of texts may take, and then each of them. */
  readonly milliseconds?: number;
}

/** Turns texts into Markdown and safe HTML in threads, a batch at a time. */
export class ContentPool {
  /** How many batches are worked on at once. */
  readonly threads: number;
  private readonly pool: WorkerPool<ContentBatch, readonly ConvertedText[]>;

  constructor(private readonly options: ContentPoolOptions = {}) {
    const { threads = Math.min(MOST_THREADS, availableParallelism()), milliseconds = 5_000 } = options;
    this.threads = threads;
    this.pool = new WorkerPool(WORKER, { threads, waiting: Infinity, milliseconds });
  }

  /** What each text has become. One that takes too long holds up no other: it alone is refused. */
  async convert(texts: readonly Text[]): Promise<readonly ConvertedText[]> {
    if (texts.length === 0) return [];
    const converted = await this.ask(texts);
    if (converted) return converted;
    const slow = { fault: 'The text takes too long to lay out.' };
    if (texts.length === 1) return [slow];
    const all: ConvertedText[] = [];
    for (const text of texts) all.push((await this.ask([text]))?.[0] ?? slow);
    return all;
  }

  async close(): Promise<void> {
    await this.pool.close();
  }

  private ask(texts: readonly Text[]): Promise<readonly ConvertedText[] | null> {
    const { baseUrl } = this.options;
    return this.pool.ask({ texts, ...(baseUrl === undefined ? {} : { baseUrl }) });
  }
}
