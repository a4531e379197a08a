import { Injectable } from '@nestjs/common';
import { everyCommunity } from '@app/community';
import { JobQueue, Reader, Transactor } from '@app/database';
import sql from 'sql-template-tag';
import { LEARN_ROUTING_TASK, type LearnRouting } from './routing-learning.service';

/** Grown to so many times the threads that it was learned from, a community has more to teach than it had. */
const GROWTH = 1.1;

/** Asks for learning who answers what. */
@Injectable()
export class RoutingLearningQueue {
  constructor(
    private readonly transactor: Transactor,
    private readonly jobs: JobQueue,
    private readonly reader: Reader,
  ) {}

  /** Asks for every community. */
  async nightly(): Promise<void> {
    for await (const communityId of everyCommunity(this.reader)) await this.ask(communityId);
  }

  /**
   * Asks for a community of which likeness was learned just now, where it has not taught who answers what, or has grown by a
   * tenth since: so that an imported one need not wait for the night.
   */
  async afterLikeness(communityId: string): Promise<void> {
    const due = await this.reader.row(
      communityId,
      sql`SELECT 1 AS due FROM similarity_models m
          LEFT JOIN learned_routing l ON l.community_id = m.community_id
          LEFT JOIN LATERAL (SELECT o.threads FROM similarity_models o
            WHERE o.community_id = m.community_id AND o.learned_at <= l.learned_at ORDER BY o.version DESC LIMIT 1) known ON true
          WHERE m.community_id = ${communityId} AND m.state = 'SERVING'
            AND (l.learned_at IS NULL OR m.threads >= ${GROWTH}::float8 * coalesce(known.threads, 0))`,
    );
    if (due) await this.ask(communityId);
  }

  /** Asked twice, it is done once. @param runAt the soonest moment */
  async ask(communityId: string, runAt?: Date): Promise<void> {
    const payload: LearnRouting = { communityId };
    await this.transactor.run(communityId, (tx) =>
      this.jobs.add(tx, {
        task: LEARN_ROUTING_TASK,
        payload: { ...payload },
        key: `${LEARN_ROUTING_TASK}:${communityId}`,
        ...(runAt ? { runAt } : {}),
      }),
    );
  }
}
