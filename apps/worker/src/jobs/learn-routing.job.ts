import { Injectable } from '@nestjs/common';
import { LEARN_ROUTING_TASK, RoutingLearningQueue, RoutingLearningService, type LearnRouting } from '@app/superfans';
import type { Job } from '../job';

/** While this process learns for one community, another one is put off for so many milliseconds. */
const WAIT = 60_000;

/** Learns who answers what in a community: one at a time in a process, so that other jobs have their turn. */
@Injectable()
export class LearnRoutingJob implements Job<LearnRouting> {
  readonly task = LEARN_ROUTING_TASK;
  private busy = false;

  constructor(
    private readonly learning: RoutingLearningService,
    private readonly queue: RoutingLearningQueue,
  ) {}

  async run({ communityId }: LearnRouting, stopping: AbortSignal): Promise<void> {
    if (this.busy) return this.queue.ask(communityId, new Date(Date.now() + WAIT));
    this.busy = true;
    try {
      await this.learning.learn(communityId, stopping);
    } catch (error) {
      if (!stopping.aborted) throw error;
      await this.queue.ask(communityId);
    } finally {
      this.busy = false;
    }
  }
}
