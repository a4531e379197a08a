import { Injectable } from '@nestjs/common';
import { everyCommunity } from '@app/community';
import { JobQueue, Reader, Transactor, type Tx } from '@app/database';
import sql from 'sql-template-tag';
import { LEAST_THREADS } from '../models/model-learning.service';
import { ThreadsReader } from '../texts/threads.reader';
import type { SimilarityJob } from './similarity-follower';

/** Names the job that learns a version of what a community taught. */
export const LEARN_SIMILARITY_TASK = 'learn_similarity';

/** How often it is counted at most whether a community has grown. */
const COUNT_EVERY = '10 minutes';
/** Grown to so many times what it was, a community is learned from anew. */
const GROWTH = 1.1;

/** Asks for learning: every night where something has changed, and where a community has grown by a tenth. */
@Injectable()
export class LearningQueue {
  constructor(
    private readonly reader: Reader,
    private readonly transactor: Transactor,
    private readonly jobs: JobQueue,
    private readonly threads: ThreadsReader,
  ) {}

  /** Asks for every community in which anything has changed since it was last learned from: an erasure, too, is a change. */
  async nightly(): Promise<void> {
    for await (const id of everyCommunity(this.reader)) await this.askIfChanged(id);
  }

  /** Asks where a community has grown by a tenth, or out of its first youth. Counts at most every ten minutes. */
  async afterGrowth(communityId: string): Promise<void> {
    const due = await this.transactor.run(communityId, (tx) =>
      tx.row(
        sql`INSERT INTO similarity_progress (community_id, growth_checked_at) VALUES (${communityId}, now())
          ON CONFLICT (community_id) DO UPDATE SET growth_checked_at = now()
            WHERE similarity_progress.growth_checked_at IS NULL
              OR similarity_progress.growth_checked_at < now() - ${COUNT_EVERY}::interval
          RETURNING community_id`,
      ),
    );
    if (!due) return;
    const last = await this.reader.row<{ threads: number }>(
      communityId,
      sql`SELECT threads FROM similarity_models WHERE community_id = ${communityId} ORDER BY version DESC LIMIT 1`,
    );
    const enough = last ? Math.ceil(last.threads * GROWTH) : LEAST_THREADS;
    if ((await this.threads.answeredTopics(communityId)) >= enough) await this.ask(communityId);
  }

  /** Asks for a community, at a moment where one is given; asked twice, it is done once. */
  async ask(communityId: string, runAt?: Date): Promise<void> {
    await this.transactor.run(communityId, (tx) => this.add(tx, communityId, runAt));
  }

  private async askIfChanged(communityId: string): Promise<void> {
    await this.transactor.run(communityId, async (tx) => {
      const changed = await tx.row(
        sql`SELECT 1 FROM search_documents d WHERE d.community_id = ${communityId} AND d.revision > coalesce(
            (SELECT m.learned_through FROM similarity_models m WHERE m.community_id = ${communityId}
              ORDER BY m.version DESC LIMIT 1), 0) LIMIT 1`,
      );
      if (changed) await this.add(tx, communityId);
    });
  }

  private async add(tx: Tx, communityId: string, runAt?: Date): Promise<void> {
    const payload: SimilarityJob = { communityId };
    await this.jobs.add(tx, {
      task: LEARN_SIMILARITY_TASK,
      payload: { ...payload },
      key: `${LEARN_SIMILARITY_TASK}:${communityId}`,
      ...(runAt ? { runAt } : {}),
    });
  }
}
