import { Injectable } from '@nestjs/common';
import { TrustQueue } from '@app/reputation';
import type { Job } from '../job';

/** Every night: has epochs of trust begun, since points fade. */
@Injectable()
export class RenewTrustsJob implements Job {
  readonly task = 'renew_trusts';
  readonly cron = '17 3 * * *';

  constructor(private readonly queue: TrustQueue) {}

  async run(): Promise<void> {
    await this.queue.nightly();
  }
}
