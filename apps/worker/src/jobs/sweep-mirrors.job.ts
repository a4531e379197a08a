import { Injectable } from '@nestjs/common';
import { MirrorFollowUpService } from '@app/search';
import type { Job } from '../job';

/** Every hour: has all copies in Meilisearch compared with the database. */
@Injectable()
export class SweepMirrorsJob implements Job {
  readonly task = 'sweep_mirrors';
  readonly cron = '41 * * * *';

  constructor(private readonly followUp: MirrorFollowUpService) {}

  async run(): Promise<void> {
    await this.followUp.sweepAll();
  }
}
