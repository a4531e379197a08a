import { Injectable } from '@nestjs/common';
import { EpochsService, RENEW_TRUST_TASK, TrustQueue, type TrustJob } from '@app/reputation';
import type { Job } from '../job';

/** While this process computes for one community, another one is put off for so many milliseconds. */
const WAIT = 5_000;

/** Begins an epoch of trust where words have changed: one at a time in a process, so that other jobs have their turn. */
@Injectable()
export class RenewTrustJob implements Job<TrustJob> {
  readonly task = RENEW_TRUST_TASK;
  private busy = false;

  constructor(
    private readonly epochs: EpochsService,
    private readonly queue: TrustQueue,
  ) {}

  async run({ communityId }: TrustJob, stopping: AbortSignal): Promise<void> {
    if (this.busy) return this.queue.ask(communityId, new Date(Date.now() + WAIT));
    this.busy = true;
    try {
      await this.epochs.renew(communityId, stopping);
    } catch (error) {
      if (!stopping.aborted) throw error;
      await this.queue.ask(communityId);
    } finally {
      this.busy = false;
    }
  }
}
