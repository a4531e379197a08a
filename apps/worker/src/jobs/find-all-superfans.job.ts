import { Injectable } from '@nestjs/common';
import { SuperfansQueue } from '@app/superfans';
import type { Job } from '../job';

/** Has the superfans of all communities found anew each night, and those of a new one within minutes. */
@Injectable()
export class FindAllSuperfansJob implements Job {
  readonly task = 'find_all_superfans';
  readonly cron = '*/10 * * * *';

  constructor(private readonly queue: SuperfansQueue) {}

  async run(): Promise<void> {
    await this.queue.askAll();
  }
}
