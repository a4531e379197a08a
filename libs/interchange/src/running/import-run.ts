import { DatabaseError } from '@app/database';
import { StartFault } from '@app/environment';
import { DomainError } from '@app/kernel';
import { ContentPool } from '../content/content.pool';
import type { ImportOutcome, PublishStep } from '../loading/import-outcome';
import { Staging, type StagedImport } from '../loading/staging';
import type { Place, Source } from '../sources/source';
import { SourceFault } from '../sources/source.fault';
import { BatchMaker, type MadeBatch } from './batch-maker';
import { fingerprintOf } from './fingerprint';
import { foundBatches } from './found-batches';
import { ImportInterrupted } from './import-interrupted';
import { checkRejectsFile, writeRejects } from './rejects-file';

/** Places that are named; beyond, texts are only counted. */
const MOST_PLACES = 20;

/** Told what an import is doing. */
export interface ImportObserver {
  /** Reading begins, or goes on behind what an interrupted run has read. */
  begin(position: number): void;
  /** Something was kept: how many things have been found in all, and the part of the source, from 0 to 1. */
  read(position: number, part: number): void;
  publishing(step: PublishStep): void;
}

/** What to import, and where to. */
export interface ImportRequest {
  /** Of the database's owner. */
  readonly ownerUrl: string;
  readonly source: Source;
  readonly community: StagedImport['community'];
  /** Says what would come of it, and leaves everything as it was. */
  readonly dryRun: boolean;
  /** The file that what is not taken is written to, where there is such. */
  readonly rejectsFile: string;
  readonly observer: ImportObserver;
  /** Ends reading in an orderly way. */
  readonly signal?: AbortSignal;
  readonly threads?: number;
}

/** What has come of an import. */
export interface ImportReport extends ImportOutcome {
  /** How many things the source holds. */
  readonly found: number;
  /** How many of them an earlier, interrupted run had read. */
  readonly foundBefore: number;
  /** Lines in the file of rejects. */
  readonly rejects: number;
  /** Texts of this run in which a reader sees other words than in the source. */
  readonly differing: { readonly count: number; readonly first: readonly Place[] };
}

/** One import, from the source to the community: reading, converting and keeping run side by side, in order. */
export class ImportRun {
  private readonly differing: Place[] = [];
  private differingCount = 0;

  constructor(private readonly request: ImportRequest) {}

  /**
   * @throws SourceFault where the source is broken; {@link ImportInterrupted} where the signal says so; StartFault
   * while another process imports the same, or where the rejects cannot be written
   */
  async run(): Promise<ImportReport> {
    const { source, community, ownerUrl } = this.request;
    await checkRejectsFile(this.request.rejectsFile);
    const fingerprint = await fingerprintOf(source);
    const staging = await Staging.open(ownerUrl, { community, origin: source.origin, fingerprint });
    try {
      const foundBefore = staging.position;
      this.request.observer.begin(foundBefore);
      await this.read(staging);
      return { ...(await this.publish(staging)), foundBefore };
    } catch (error) {
      // A broken file is another one when it is mended: what was read of it is of no use.
      if (error instanceof SourceFault) await staging.discard();
      throw isLostConnection(error) ? lostConnection() : error;
    } finally {
      await staging.close();
    }
  }

  private async read(staging: Staging): Promise<void> {
    const { source, signal, threads } = this.request;
    const pool = new ContentPool({ baseUrl: source.baseUrl, threads });
    const maker = new BatchMaker(pool, source.origin);
    const kept: Promise<void>[] = [];
    let before = Promise.resolve();
    try {
      for await (const batch of foundBatches(source.records(), staging.position, signal)) {
        before = this.keep(staging, maker.make(batch), before);
        // Who waits for a batch is told of a failure; those behind it fail with it.
        before.catch(() => undefined);
        kept.push(before);
        if (kept.length > pool.threads + 1) await kept.shift();
      }
      await before;
    } finally {
      await Promise.allSettled(kept);
      await pool.close();
    }
    if (signal?.aborted) throw new ImportInterrupted(staging.position);
  }

  /** Keeps a batch behind the one before it. */
  private async keep(staging: Staging, making: Promise<MadeBatch>, before: Promise<void>): Promise<void> {
    const [batch] = await Promise.all([making, before]);
    await staging.append(batch);
    this.differingCount += batch.differing.length;
    this.differing.push(...batch.differing.slice(0, MOST_PLACES - this.differing.length));
    this.request.observer.read(batch.position, this.request.source.progress());
  }

  private async publish(staging: Staging): Promise<Omit<ImportReport, 'foundBefore'>> {
    const { dryRun, observer, rejectsFile } = this.request;
    const outcome = await staging.publish({ dryRun, onStep: (step) => observer.publishing(step) });
    const rejects = await writeRejects(staging.rejects(), rejectsFile);
    await staging.discard();
    const differing = { count: this.differingCount, first: this.differing };
    return { ...outcome, found: staging.position, rejects, differing };
  }
}

function isLostConnection(error: unknown): boolean {
  const known = DatabaseError.translate(error);
  return known instanceof DomainError && known.code === 'UNAVAILABLE';
}

function lostConnection(): StartFault {
  return new StartFault(
    'The database went away. Nothing of the import is visible yet: when the database is there again, run the same ' +
      'command again, and it goes on from where it was.',
  );
}
