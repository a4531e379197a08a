import { Injectable } from '@nestjs/common';
import { MirrorRebuildingService, REBUILD_MIRRORS_TASK } from '@app/search';
import type { Job } from '../job';

/** Builds the indexes of Meilisearch anew, beside those that are searched. */
@Injectable()
export class RebuildMirrorsJob implements Job {
  readonly task = REBUILD_MIRRORS_TASK;

  constructor(private readonly rebuilding: MirrorRebuildingService) {}

  async run(): Promise<void> {
    await this.rebuilding.goOn();
  }
}
