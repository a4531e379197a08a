import { Injectable } from '@nestjs/common';
import { SearchUpkeep } from '@app/search';
import type { Job } from '../job';

/** When a worker starts: goes on with what was left undone, by one that was killed or by an older release. */
@Injectable()
export class ResumeIndexingJob implements Job {
  readonly task = 'resume_indexing';
  readonly atStart = true;

  constructor(private readonly upkeep: SearchUpkeep) {}

  async run(): Promise<void> {
    await this.upkeep.resume();
  }
}
