import { Injectable } from '@nestjs/common';
import { HelpfulnessQueue } from '@app/reputation';
import type { Job } from '../job';

/** Every few minutes: has helpfulness made anew where the ledger or the epoch of trust says something new. */
@Injectable()
export class FollowLedgersJob implements Job {
  readonly task = 'follow_ledgers';
  readonly cron = '*/5 * * * *';

  constructor(private readonly queue: HelpfulnessQueue) {}

  async run(): Promise<void> {
    await this.queue.follow();
  }
}
