import sql from 'sql-template-tag';
import type { Tx } from '../transaction/tx';

/** A job to be done later, once the change that asks for it has been committed. */
export interface JobSpec {
  /** The task's identifier, as the worker knows it. */
  readonly task: string;
  readonly payload: Readonly<Record<string, unknown>>;
  /** Jobs of one key are one job: a later one replaces an earlier one that has not started. */
  readonly key?: string;
  readonly runAt?: Date;
}

/** Adds jobs in the transaction of the change they follow from: both are kept, or neither. */
export class JobQueue {
  async add(tx: Tx, job: JobSpec): Promise<void> {
    await tx.rows(
      sql`SELECT enqueue_job(${job.task}, ${JSON.stringify(job.payload)}, ${job.key ?? null}, ${job.runAt ?? null})`,
    );
  }
}
