import { Injectable } from '@nestjs/common';
import { SuperfansQueue } from '@app/superfans';
import type { Job } from '../job';

/** Every night, and at a start where a night was missed: has the superfans of all communities found anew. */
@Injectable()
export class FindAllSuperfansJob implements Job {
  readonly task = 'find_all_superfans';
  readonly cron = '13 3 * * *';
  readonly atStart = true;

  constructor(private readonly queue: SuperfansQueue) {}

  async run(): Promise<void> {
    await this.queue.askAll();
  }
}
