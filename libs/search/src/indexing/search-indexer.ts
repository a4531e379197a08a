import { Injectable, Logger } from '@nestjs/common';
import { Transactor, type Tx } from '@app/database';
import { DomainError } from '@app/kernel';
import sql from 'sql-template-tag';
import { SearchChanges } from '../changes/search-changes';
import type { DocumentRef } from '../documents/search-document';
import { hasIndexWork } from './has-index-work';
import { IndexWriter } from './index-writer';
import { SearchPasses, type PassPlace } from './search-passes';

/** Things that are indexed in one transaction: the counts of words are written once for all of them. */
const BATCH = 2_000;
/** Things that one drain leaves out because they can't be indexed: where there are more, the fault is not in them. */
const PASSED_OVER = 5;
/** With the hash of a community: the lock of its index. Any number will do, as long as all processes use the same. */
const INDEX_LOCK = 7_225_012;

/** How a drain is watched and stopped. */
export interface DrainOptions {
  /** Stops it between two batches. */
  readonly signal?: AbortSignal;
  /** Told after each batch: how many things it held, and how far the pass under way is, if there is one. */
  readonly onBatch?: (count: number, place: PassPlace | null) => void;
}

/** All is indexed; somebody else is at it; or it was stopped before all was. */
export type DrainOutcome = 'DONE' | 'BUSY' | 'STOPPED';

interface Batch {
  readonly refs: readonly DocumentRef[];
  readonly place: PassPlace | null;
}

/**
 * Indexes what has changed: the one writer of a community's index at any moment. What is found to be changed is taken,
 * read and written in one transaction, so that it is indexed or still to be.
 */
@Injectable()
export class SearchIndexer {
  private readonly log = new Logger('Search');

  constructor(
    private readonly transactor: Transactor,
    private readonly changes: SearchChanges,
    private readonly passes: SearchPasses,
    private readonly writer: IndexWriter,
  ) {}

  /** Indexes what there is to be indexed of a community, and goes on with its passes. */
  async drain(communityId: string, { signal, onBatch }: DrainOptions = {}): Promise<DrainOutcome> {
    for (let size = BATCH, passedOver = 0; ;) {
      if (signal?.aborted) return 'STOPPED';
      try {
        const batch = await this.transactor.run(communityId, (tx) => this.index(tx, communityId, size));
        if (!batch) return 'BUSY';
        onBatch?.(batch.refs.length, batch.place);
        // Whoever came while the lock was held has gone again: what they came for is seen from here.
        if (batch.refs.length === 0 && !(await this.transactor.run(communityId, (tx) => hasIndexWork(tx, communityId))))
          return 'DONE';
        size = Math.min(BATCH, size * 2);
      } catch (error) {
        if (isPassing(error, size)) throw error;
        if (size === 1 && passedOver++ >= PASSED_OVER) throw error;
        if (size === 1) await this.passOver(communityId, error);
        size = Math.max(1, size >> 2);
      }
    }
  }

  private async index(tx: Tx, communityId: string, size: number): Promise<Batch | null> {
    const batch = await this.take(tx, communityId, size);
    if (batch) await this.writer.write(tx, communityId, batch.refs);
    return batch;
  }

  /** The next things to be written; null where somebody else has the lock. */
  private async take(tx: Tx, communityId: string, size: number): Promise<Batch | null> {
    const lock = await tx.row<{ taken: boolean }>(
      sql`SELECT pg_try_advisory_xact_lock(${INDEX_LOCK}, hashtext(${communityId})) AS taken`,
    );
    if (!lock?.taken) return null;
    const changed = await this.changes.take(tx, communityId, size);
    const room = size - changed.length;
    const step = room > 0 ? await this.passes.step(tx, communityId, room) : null;
    const known = new Set(changed.map(({ kind, id }) => kind + id));
    const further = step?.refs.filter(({ kind, id }) => !known.has(kind + id)) ?? [];
    return { refs: [...changed, ...further], place: step?.place ?? null };
  }

  /** One thing that can't be indexed must not keep all others from it: it is left as it is, and told of. */
  private async passOver(communityId: string, error: unknown): Promise<void> {
    const batch = await this.transactor.run(communityId, (tx) => this.take(tx, communityId, 1));
    for (const { kind, id } of batch?.refs ?? [])
      this.log.error(`Could not index ${kind} ${id} of community ${communityId}: ${String(error)}`);
  }
}

/** Whether the fault is not in what was to be indexed, but in the state of the database: then later is better than less. */
function isPassing(error: unknown, size: number): boolean {
  if (!(error instanceof DomainError)) return false;
  return error.code === 'UNAVAILABLE' || (error.code === 'TIMEOUT' && size === 1);
}
