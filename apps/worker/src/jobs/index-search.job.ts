import { Injectable } from '@nestjs/common';
import { INDEX_SEARCH_TASK, SearchIndexer, SearchUpkeep, type IndexSearch } from '@app/search';
import type { Job } from '../job';

/** How long one community is indexed before others, and other jobs, have their turn. */
const TURN_MS = 5_000;
/** When somebody looks again whether whoever was at it has come to the end. */
const AGAIN_MS = 1_000;

/** Indexes what has changed in a community. */
@Injectable()
export class IndexSearchJob implements Job<IndexSearch> {
  readonly task = INDEX_SEARCH_TASK;

  constructor(
    private readonly indexer: SearchIndexer,
    private readonly upkeep: SearchUpkeep,
  ) {}

  async run({ communityId }: IndexSearch, stopping: AbortSignal): Promise<void> {
    const signal = AbortSignal.any([stopping, AbortSignal.timeout(TURN_MS)]);
    const outcome = await this.indexer.drain(communityId, { signal });
    if (outcome === 'STOPPED') await this.upkeep.ask(communityId);
    // Whoever is at it takes this change as well, unless it is killed.
    if (outcome === 'BUSY') await this.upkeep.ask(communityId, new Date(Date.now() + AGAIN_MS));
  }
}
