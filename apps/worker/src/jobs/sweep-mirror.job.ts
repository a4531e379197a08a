import { Injectable } from '@nestjs/common';
import { MirrorRepairingService, SWEEP_MIRROR_TASK, type MirrorJob } from '@app/search';
import type { Job } from '../job';

/** Compares a part of a community's copy in Meilisearch with the database, and repairs it. */
@Injectable()
export class SweepMirrorJob implements Job<MirrorJob> {
  readonly task = SWEEP_MIRROR_TASK;

  constructor(private readonly repairing: MirrorRepairingService) {}

  async run(job: MirrorJob): Promise<void> {
    await this.repairing.repair(job);
  }
}
