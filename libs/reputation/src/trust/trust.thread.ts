import { once } from 'node:events';
import { extname, join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { LedgerEntry } from '../ledger/ledger-entry';
import type { TrustAnswer, TrustQuestion, TrustSaid, TrustTold } from './trust.worker';

/** So many entries are handed over at a time: few enough that copying them holds nobody up. */
const PART = 5_000;
/** Of an entry, words are made without where it happened: it need not be copied. */
const NONE: readonly string[] = [];

/** Computes the words of an epoch in a thread of its own, so that whoever asks for them keeps serving. */
export class TrustThread {
  private readonly worker = new Worker(join(__dirname, `trust.worker${extname(__filename)}`), {
    // Where tests run the TypeScript source, Node would warn that it had to find out the module type.
    execArgv: ['--disable-warning=MODULE_TYPELESS_PACKAGE_JSON'],
  });

  private constructor(private readonly signal: AbortSignal | undefined) {}

  /**
   * The words that count, given a ledger in parts.
   * @throws AbortError where the signal stopped it
   */
  static async compute(
    ledger: AsyncIterable<readonly LedgerEntry[]>,
    question: TrustQuestion,
    signal?: AbortSignal,
  ): Promise<TrustAnswer> {
    signal?.throwIfAborted();
    const thread = new TrustThread(signal);
    try {
      for await (const entries of ledger) {
        for (let at = 0; at < entries.length; at += PART) {
          await thread.tell({ entries: entries.slice(at, at + PART).map(bare) });
        }
      }
      const said = await thread.tell({ question });
      if ('answer' in said) return said.answer;
      throw new TypeError('A thread that is asked for words answers.');
    } finally {
      await thread.worker.terminate();
    }
  }

  /** Waits until the thread has read what it was told before it is told more: parts do not pile up. */
  private async tell(told: TrustTold): Promise<TrustSaid> {
    const said = once(this.worker, 'message', { signal: this.signal });
    this.worker.postMessage(told);
    const [answer] = (await said) as [TrustSaid];
    return answer;
  }
}

function bare(entry: LedgerEntry): LedgerEntry {
  return { ...entry, topicId: '', postId: null, productIds: NONE, tagIds: NONE, note: null };
}
