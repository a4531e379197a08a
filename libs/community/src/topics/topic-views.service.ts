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

  /**
   * Adds a batch to the topics' counters, of all time and of the day, once. The batch stays in the event log, by which
   * views are dated.
   */
  async write({ communityId, batchId, views }: ViewBatch): Promise<void> {
    await this.transactor.run(communityId, (tx) =>
      tx.rows(sql`
        WITH batch AS (
          INSERT INTO domain_events (community_id, id, type, subject_id, data)
          VALUES (${communityId}, ${batchId}, 'topics.viewed', ${communityId}, ${JSON.stringify(views)})
          ON CONFLICT DO NOTHING RETURNING data),
        seen AS (SELECT key::uuid AS id, value::int AS n FROM batch, jsonb_each_text(batch.data)),
        locked AS (SELECT t.id, t.resolution, seen.n FROM topics t JOIN seen ON seen.id = t.id
          WHERE t.community_id = ${communityId} ORDER BY t.id FOR NO KEY UPDATE OF t),
        dated AS (
          INSERT INTO topic_view_days AS d (community_id, day, topic_id, solved_views, other_views)
          SELECT ${communityId}, (now() AT TIME ZONE 'UTC')::date, id, CASE WHEN resolution = 'SOLVED' THEN n ELSE 0 END,
            CASE WHEN resolution = 'SOLVED' THEN 0 ELSE n END FROM locked ORDER BY id
          ON CONFLICT (community_id, day, topic_id) DO UPDATE SET
            solved_views = d.solved_views + excluded.solved_views, other_views = d.other_views + excluded.other_views)
        UPDATE topics SET view_count = view_count + locked.n FROM locked
        WHERE topics.community_id = ${communityId} AND topics.id = locked.id`),
    );
  }
}
