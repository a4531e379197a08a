import { Injectable } from '@nestjs/common';
import { SearchUpkeep } from '@app/search';
import type { Job } from '../job';

/** Every hour: compares what is indexed with what there is. */
@Injectable()
export class SweepSearchJob implements Job {
  readonly task = 'sweep_search';
  readonly cron = '41 * * * *';

  constructor(private readonly upkeep: SearchUpkeep) {}

  async run(): Promise<void> {
    await this.upkeep.sweep();
  }
}
