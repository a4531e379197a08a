import { Injectable } from '@nestjs/common';
import { FOLLOW_MIRRORS_TASK, MirrorFollowUpService } from '@app/search';
import type { Job } from '../job';

/** Every minute: finds copies in Meilisearch that are not up to date, whatever happened to them. */
@Injectable()
export class FollowMirrorsJob implements Job {
  readonly task = FOLLOW_MIRRORS_TASK;
  readonly cron = '* * * * *';

  constructor(private readonly followUp: MirrorFollowUpService) {}

  async run(): Promise<void> {
    await this.followUp.follow();
  }
}
