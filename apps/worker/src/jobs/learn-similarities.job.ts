import { Injectable } from '@nestjs/common';
import { LearningQueue } from '@app/similarity';
import type { Job } from '../job';

/** Every night: has every community learned from that has changed. */
@Injectable()
export class LearnSimilaritiesJob implements Job {
  readonly task = 'learn_similarities';
  readonly cron = '41 2 * * *';

  constructor(private readonly queue: LearningQueue) {}

  async run(): Promise<void> {
    await this.queue.nightly();
  }
}
