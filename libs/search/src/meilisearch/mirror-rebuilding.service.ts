import { Injectable, Logger } from '@nestjs/common';
import { Reader } from '@app/database';
import sql from 'sql-template-tag';
import { SETTINGS_VERSION } from './index-settings';
import { MirrorFilling } from './mirror-filling';
import { MirrorIndexes } from './mirror-indexes';
import { MirrorJobs } from './mirror-jobs';
import type { MirrorPace } from './mirror-pace';
import { isEngineFault } from './mirroring.service';
import { SearchLeases } from './search-leases';

/** A job goes on no longer: a worker that stops waits for it. */
const JOB_MS = 8_000;

/** How far a rebuilding is. */
export interface RebuildProgress {
  /** Communities that are through, of all. */
  readonly communities: number;
  readonly of: number;
  /** Documents written so far. */
  readonly documents: number;
}

/**
 * Builds the indexes of all communities anew beside those that are searched, then puts them in their place. What was
 * interrupted is gone on with where it was, since how far it is stands in what is built.
 */
@Injectable()
export class MirrorRebuildingService {
  private readonly log = new Logger('Meilisearch');

  constructor(
    private readonly reader: Reader,
    private readonly leases: SearchLeases,
    private readonly indexes: MirrorIndexes,
    private readonly filling: MirrorFilling,
    private readonly jobs: MirrorJobs,
  ) {}

  /** Whether there are indexes to rebuild. */
  get wanted(): boolean {
    return this.jobs.wanted;
  }

  /** A part of the way, as a job; it asks for the rest itself. */
  async goOn(): Promise<void> {
    if (!this.wanted) return;
    const end = performance.now() + JOB_MS;
    let complete = true;
    try {
      await this.leases.hold('rebuild', async ({ beat }) => {
        complete = await this.build({ inTime: () => performance.now() < end, beat }, () => undefined);
      });
    } catch (error) {
      if (!isEngineFault(error)) throw error;
      this.log.warn(`is not rebuilt yet, it will be tried again: ${error.message}`);
      return;
    }
    if (!complete) await this.jobs.rebuild();
  }

  /**
   * All the way, whatever the settings are.
   * @returns false where somebody else is at it
   * @throws EngineDown
   */
  async rebuild(onProgress: (progress: RebuildProgress) => void, stopping?: AbortSignal): Promise<boolean> {
    return this.leases.hold('rebuild', async ({ beat }) => {
      await this.build({ inTime: () => !stopping?.aborted, beat }, onProgress);
    });
  }

  private async build(pace: MirrorPace, onProgress: (progress: RebuildProgress) => void): Promise<boolean> {
    const { generation } = await this.target();
    const ids = await this.communityIds();
    let documents = 0;
    // Twice, since by the time that the last one is through the first ones have gone on.
    for (const place of [...ids, ...ids].keys()) {
      const communityId = ids[place % ids.length] ?? '';
      const filled = await this.filling.fill({ target: this.indexes.building, generation, communityId }, pace);
      documents += filled.count;
      onProgress({ communities: Math.min(place + 1, ids.length), of: ids.length, documents });
      if (!filled.complete || !pace.inTime()) return false;
      await pace.beat();
    }
    await this.indexes.swap();
    // A write that was under way while they were swapped may have been lost between the two.
    for (const id of ids) await this.jobs.sweep(id);
    return true;
  }

  private async target(): Promise<{ generation: string }> {
    await this.indexes.ensure(this.indexes.live);
    const begun = await this.indexes.find(this.indexes.building);
    if (begun && begun.version !== SETTINGS_VERSION) await this.indexes.remove(this.indexes.building);
    return this.indexes.ensure(this.indexes.building);
  }

  private async communityIds(): Promise<string[]> {
    const rows = await this.reader.globalRows<{ id: string }>(sql`SELECT id FROM communities ORDER BY id`);
    return rows.map(({ id }) => id);
  }
}
