import { Injectable } from '@nestjs/common';
import {
  HelpfulnessMakingService,
  HelpfulnessQueue,
  MAKE_HELPFULNESS_TASK,
  type HelpfulnessJob,
} from '@app/reputation';
import type { Job } from '../job';

/** Makes of a community's ledger how much who helped. */
@Injectable()
export class MakeHelpfulnessJob implements Job<HelpfulnessJob> {
  readonly task = MAKE_HELPFULNESS_TASK;

  constructor(
    private readonly helpfulness: HelpfulnessMakingService,
    private readonly queue: HelpfulnessQueue,
  ) {}

  async run({ communityId }: HelpfulnessJob, stopping: AbortSignal): Promise<void> {
    try {
      await this.helpfulness.make(communityId, stopping);
    } catch (error) {
      if (!stopping.aborted) throw error;
      await this.queue.ask(communityId);
    }
  }
}
