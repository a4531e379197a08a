import { Injectable, Logger } from '@nestjs/common';
import { MirrorJobs, type MirrorJob } from './mirror-jobs';
import { MirrorSweeping } from './mirror-sweeping';
import { isEngineFault, mirrorLease } from './mirroring.service';
import { SearchLeases } from './search-leases';

/** As long as that a community's copy is held at a time: what changes meanwhile has to wait. */
const SLICE_MS = 1_000;

/** Compares copies with the database, a slice at a time. */
@Injectable()
export class MirrorRepairingService {
  private readonly log = new Logger('Meilisearch');

  constructor(
    private readonly leases: SearchLeases,
    private readonly sweeping: MirrorSweeping,
    private readonly jobs: MirrorJobs,
  ) {}

  /** Compares some of a community's copy and asks for the rest. Where Meilisearch fails, the next hour's sweep will do. */
  async repair({ communityId, from = 0 }: MirrorJob): Promise<void> {
    if (!this.jobs.wanted) return;
    const end = performance.now() + SLICE_MS;
    let next: number | null = from;
    try {
      await this.leases.hold(mirrorLease(communityId), async ({ beat }) => {
        ({ next } = await this.sweeping.sweep(communityId, from, { inTime: () => performance.now() < end, beat }));
      });
    } catch (error) {
      if (!isEngineFault(error)) throw error;
      this.log.warn(`was not compared with the database: ${error.message}`);
      return;
    }
    if (next !== null) await this.jobs.sweep(communityId, next);
  }
}
