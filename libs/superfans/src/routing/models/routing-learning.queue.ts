import { Injectable } from '@nestjs/common';
import { everyCommunity } from '@app/community';
import { JobQueue, Reader, Transactor } from '@app/database';
import { LEARN_ROUTING_TASK, type LearnRouting } from './routing-learning.service';

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
