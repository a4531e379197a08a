import { Injectable } from '@nestjs/common';
import { LEARN_SIMILARITY_TASK, LearningQueue, ModelLearningService, type SimilarityJob } from '@app/similarity';
import { RoutingLearningQueue } from '@app/superfans';
import type { Job } from '../job';

/** While this process learns for one community, another one is put off for so many milliseconds. */
const WAIT = 60_000;

/** Learns what a community taught, and has it learned by that who answers what: one at a time in a process, so that other jobs have their turn. */
@Injectable()
export class LearnSimilarityJob implements Job<SimilarityJob> {
  readonly task = LEARN_SIMILARITY_TASK;
  private busy = false;

  constructor(
    private readonly models: ModelLearningService,
    private readonly queue: LearningQueue,
    private readonly routing: RoutingLearningQueue,
  ) {}

  async run({ communityId }: SimilarityJob, stopping: AbortSignal): Promise<void> {
    if (this.busy) return this.queue.ask(communityId, new Date(Date.now() + WAIT));
    this.busy = true;
    try {
      const outcome = await this.models.learn(communityId, stopping);
      if (outcome === 'SERVING') await this.routing.afterLikeness(communityId);
    } catch (error) {
      if (!stopping.aborted) throw error;
      await this.queue.ask(communityId);
    } finally {
      this.busy = false;
    }
  }
}
