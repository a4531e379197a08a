import { Injectable, Logger } from '@nestjs/common';
import { MeilisearchError } from 'meilisearch';
import { EngineDown } from '../engine/engine-down';
import { MirrorFilling, type Filled } from './mirror-filling';
import { MirrorIndexes } from './mirror-indexes';
import { MirrorJobs } from './mirror-jobs';
import { MirrorStanding } from './mirror-standing';
import { SearchLeases, type HeldLease } from './search-leases';

/** A job goes on no longer: a worker that stops waits for it. */
const JOB_MS = 8_000;

/** Keeps the copies of communities in Meilisearch up to date, and bears that it fails. */
@Injectable()
export class MirroringService {
  private readonly log = new Logger('Meilisearch');

  constructor(
    private readonly leases: SearchLeases,
    private readonly indexes: MirrorIndexes,
    private readonly filling: MirrorFilling,
    private readonly standing: MirrorStanding,
    private readonly jobs: MirrorJobs,
  ) {}

  /** Brings one community's copy up to date, or as near as there is time, and sees that it is gone on with. */
  async mirror(communityId: string): Promise<void> {
    await this.bear(communityId, async () => {
      const done = await this.leases.hold(mirrorLease(communityId), (lease) => this.follow(communityId, lease));
      if (!done) await this.jobs.mirrorSoon(communityId);
    });
  }

  private async bear(communityId: string, work: () => Promise<void>): Promise<void> {
    if (!this.jobs.wanted) return;
    try {
      await work();
    } catch (error) {
      if (!isEngineFault(error)) throw error;
      this.log.warn(`is not brought up to date, PostgreSQL searches: ${error.message}`);
      await this.standing.fellBehind(communityId);
      await this.jobs.followLater();
    }
  }

  private async follow(communityId: string, { beat }: HeldLease): Promise<void> {
    const { complete } = await this.fill(communityId, beat);
    if (!complete) return this.jobs.mirrorSoon(communityId);
    // What went wrong may have left more behind than what the feed tells.
    if (await this.standing.caughtUp(communityId)) await this.jobs.sweep(communityId);
  }

  private async fill(communityId: string, beat: () => Promise<void>): Promise<Filled> {
    const { generation } = await this.indexes.ensure(this.indexes.live);
    const end = performance.now() + JOB_MS;
    const place = { target: this.indexes.live, generation, communityId };
    return this.filling.fill(place, { inTime: () => performance.now() < end, beat });
  }
}

/** What holds off others from a community's copy. */
export function mirrorLease(communityId: string): string {
  return `mirror ${communityId}`;
}

/** Whether it is Meilisearch that failed, and not we. */
export function isEngineFault(error: unknown): error is Error {
  return error instanceof EngineDown || error instanceof MeilisearchError;
}
