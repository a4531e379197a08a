import { Injectable } from '@nestjs/common';
import { RoutingWarming } from '@app/superfans';
import type { Job } from '../job';

/** When a worker starts, and every night after learning: reads what is known of people where topics were asked lately, so that the next one need not wait. */
@Injectable()
export class WarmRoutingJob implements Job {
  readonly task = 'warm_routing';
  readonly atStart = true;
  readonly cron = '41 4 * * *';

  constructor(private readonly warming: RoutingWarming) {}

  async run(_payload: unknown, stopping: AbortSignal): Promise<void> {
    await this.warming.warm(stopping);
  }
}
