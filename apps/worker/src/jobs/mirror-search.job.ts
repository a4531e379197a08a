import { Injectable } from '@nestjs/common';
import { MIRROR_SEARCH_TASK, MirroringService, type MirrorJob } from '@app/search';
import type { Job } from '../job';

/** Brings a community's copy in Meilisearch up to date. */
@Injectable()
export class MirrorSearchJob implements Job<MirrorJob> {
  readonly task = MIRROR_SEARCH_TASK;

  constructor(private readonly mirroring: MirroringService) {}

  async run({ communityId }: MirrorJob): Promise<void> {
    await this.mirroring.mirror(communityId);
  }
}
