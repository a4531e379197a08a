import type { ImportOutcome, NamedCount, Publishing } from './import-outcome';
import type { Reject } from './reject';
import type { StagedRow } from './staged-row';

/** What is imported where. */
export interface StagedImport {
  /** Its name and locale are for a community that is not there yet, and whose records do not say. */
  readonly community: { readonly slug: string; readonly name?: string; readonly locale?: string };
  readonly origin: string;
  /** Of the source and of how it is read: another one starts over. */
  readonly fingerprint: string;
}

/** What has been read since the last batch. */
export interface StagedBatch {
  readonly rows: readonly StagedRow[];
  readonly rejects: readonly Reject[];
  readonly leftOut: readonly NamedCount[];
  /** How many found things have been read in all. */
  readonly position: number;
}

/** An import on its way into the database: what has been read so far, in tables of its own, seen by nobody. */
export class Staging {
  private constructor(
    /** How many found things have been staged: an import that was interrupted goes on behind them. */
    readonly position: number,
  ) {}

  /** Goes on with an import of the same source, or begins. @throws StartFault while another process imports it */
  static async open(ownerUrl: string, staged: StagedImport): Promise<Staging> {
    throw new Error(`${ownerUrl} ${staged.origin}`);
  }

  /** Keeps a batch, all of it or nothing. */
  async append(batch: StagedBatch): Promise<void> {
    throw new Error(`${batch.position}`);
  }

  /** Makes everything visible at once, in one transaction. */
  async publish(publishing: Publishing): Promise<ImportOutcome> {
    throw new Error(`${publishing.dryRun}`);
  }

  /** What was not taken: found by readers, by staging and, after publishing, by the database. */
  async *rejects(): AsyncIterable<Reject> {}

  /** Removes what has been staged. */
  async discard(): Promise<void> {}

  /** Ends the connection; what has been staged stays. */
  async close(): Promise<void> {}
}
