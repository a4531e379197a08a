import { Injectable, Logger } from '@nestjs/common';
import { Reader } from '@app/database';
import sql from 'sql-template-tag';
import { SearchFeed } from '../indexing/search-feed';
import { SETTINGS_VERSION } from './index-settings';
import { MirrorIndexes } from './mirror-indexes';
import { MirrorJobs } from './mirror-jobs';
import { MirrorStates, type MirrorState } from './mirror-states';
import { isEngineFault } from './mirroring.service';

/** Finds copies that are not up to date, whatever happened to them, and sees that they are brought there. */
@Injectable()
export class MirrorFollowUpService {
  private readonly log = new Logger('Meilisearch');

  constructor(
    private readonly reader: Reader,
    private readonly feed: SearchFeed,
    private readonly indexes: MirrorIndexes,
    private readonly states: MirrorStates,
    private readonly jobs: MirrorJobs,
  ) {}

  /** Adds a job for each community whose copy lags, and one to rebuild where the settings are not of today. */
  async follow(): Promise<void> {
    if (!this.jobs.wanted) return;
    try {
      const { generation, version } = await this.indexes.ensure(this.indexes.live);
      if (version < SETTINGS_VERSION) await this.jobs.rebuild();
      const states = await this.states.readAll(this.indexes.live, generation);
      for (const id of await this.communityIds()) {
        if (await this.lags(id, states.get(id))) await this.jobs.mirror(id);
      }
    } catch (error) {
      if (!isEngineFault(error)) throw error;
      this.log.warn(`does not answer, PostgreSQL searches: ${error.message}`);
      await this.jobs.followLater();
    }
  }

  /** Adds a job to compare each community's copy with the database. */
  async sweepAll(): Promise<void> {
    if (!this.jobs.wanted) return;
    for (const id of await this.communityIds()) await this.jobs.sweep(id);
  }

  private async lags(communityId: string, state: MirrorState | undefined): Promise<boolean> {
    if (!state?.ready) return true;
    const last = await this.feed.since(communityId, Math.max(0, state.position - 1), 2);
    const behind = await this.isMarked(communityId);
    return (
      behind || (last.length === 0) !== (state.position === 0) || last.some(({ revision }) => revision > state.position)
    );
  }

  private async isMarked(communityId: string): Promise<boolean> {
    const row = await this.reader.row(
      communityId,
      sql`SELECT 1 FROM search_mirrors WHERE community_id = ${communityId} AND behind_since IS NOT NULL`,
    );
    return row !== null;
  }

  private async communityIds(): Promise<string[]> {
    const rows = await this.reader.globalRows<{ id: string }>(sql`SELECT id FROM communities ORDER BY id`);
    return rows.map(({ id }) => id);
  }
}
