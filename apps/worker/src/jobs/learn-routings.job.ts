import { Injectable } from '@nestjs/common';
import { RoutingLearningQueue } from '@app/superfans';
import type { Job } from '../job';

/** Every night, after likeness was learned: has it learned in every community who answers what. */
@Injectable()
export class LearnRoutingsJob implements Job {
  readonly task = 'learn_routings';
  readonly cron = '11 4 * * *';

  constructor(private readonly queue: RoutingLearningQueue) {}

  async run(): Promise<void> {
    await this.queue.nightly();
  }
}
