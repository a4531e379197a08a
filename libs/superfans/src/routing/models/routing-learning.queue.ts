import { Injectable } from '@nestjs/common';
import { JobQueue, Transactor } from '@app/database';
import { LEARN_ROUTING_TASK, RoutingLearningService, type LearnRouting } from './routing-learning.service';

/** Asks for learning who answers what. */
@Injectable()
export class RoutingLearningQueue {
  constructor(
    private readonly transactor: Transactor,
    private readonly jobs: JobQueue,
    private readonly learning: RoutingLearningService,
  ) {}

  /** Asks for every community. */
  async nightly(): Promise<void> {
    for (let after = '00000000-0000-0000-0000-000000000000'; ;) {
      const communities = await this.learning.communitiesAfter(after);
      for (const communityId of communities) await this.ask(communityId);
      const last = communities.at(-1);
      if (!last) return;
      after = last;
    }
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
