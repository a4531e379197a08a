import { Injectable } from '@nestjs/common';
import { JobQueue, Transactor } from '@app/database';
import { newId } from '@app/kernel';
import sql from 'sql-template-tag';

/** The job that writes a batch of gathered views. */
export const WRITE_VIEWS_TASK = 'write_topic_views';

/** Views gathered in one community: so many of each topic. */
export interface ViewBatch {
  readonly communityId: string;
  /** The batch's own key: a batch that a job is given twice counts once. */
  readonly batchId: string;
  readonly views: Readonly<Record<string, number>>;
}

/** Writes how often topics were looked at: gathered elsewhere, handed over as a job, written in one statement. */
@Injectable()
export class TopicViewsService {
  constructor(
    private readonly transactor: Transactor,
    private readonly jobs: JobQueue,
  ) {}

  /** Leaves a batch to the worker. */
  async handOver(communityId: string, views: ReadonlyMap<string, number>): Promise<void> {
    const payload: ViewBatch = { communityId, batchId: newId(), views: Object.fromEntries(views) };
    await this.transactor.run(communityId, (tx) =>
      this.jobs.add(tx, { task: WRITE_VIEWS_TASK, payload: { ...payload } }),
    );
  }

  /** Adds a batch to the topics' counters, once. The batch stays in the event log, by which views are dated. */
  async write({ communityId, batchId, views }: ViewBatch): Promise<void> {
    await this.transactor.run(communityId, (tx) =>
      tx.rows(sql`
        WITH batch AS (
          INSERT INTO domain_events (community_id, id, type, subject_id, data)
          VALUES (${communityId}, ${batchId}, 'topics.viewed', ${communityId}, ${JSON.stringify(views)})
          ON CONFLICT DO NOTHING RETURNING data),
        seen AS (SELECT key::uuid AS id, value::int AS n FROM batch, jsonb_each_text(batch.data)),
        locked AS (SELECT t.id FROM topics t JOIN seen ON seen.id = t.id WHERE t.community_id = ${communityId} ORDER BY t.id
          FOR NO KEY UPDATE OF t)
        UPDATE topics SET view_count = view_count + seen.n FROM seen JOIN locked ON locked.id = seen.id
        WHERE topics.community_id = ${communityId} AND topics.id = seen.id`),
    );
  }
}
