import { Injectable } from '@nestjs/common';
import { FIND_SUPERFANS_TASK, SuperfansFinder, SuperfansQueue, type SuperfansJob } from '@app/superfans';
import type { Job } from '../job';

/** Finds who may become or stop being a superfan of one community. */
@Injectable()
export class FindSuperfansJob implements Job<SuperfansJob> {
  readonly task = FIND_SUPERFANS_TASK;

  constructor(
    private readonly finder: SuperfansFinder,
    private readonly queue: SuperfansQueue,
  ) {}

  async run({ communityId }: SuperfansJob, stopping: AbortSignal): Promise<void> {
    try {
      await this.finder.find(communityId, stopping);
    } catch (error) {
      if (!stopping.aborted) throw error;
      await this.queue.ask(communityId);
    }
  }
}
