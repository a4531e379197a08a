import { Injectable } from '@nestjs/common';
import { everyCommunity } from '@app/community';
import { Reader } from '@app/database';
import { LRUCache } from 'lru-cache';
import sql from 'sql-template-tag';
import { AnomalyFindingService } from './anomaly-finding.service';

const REMEMBERED = 10_000;

/** Looks through the ledgers in which something was written since this process last did. */
@Injectable()
export class AnomalyWatch {
  /** The last line that was looked at, by community: what is forgotten is looked at once more. */
  private readonly seen = new LRUCache<string, string>({ max: REMEMBERED });

  constructor(
    private readonly reader: Reader,
    private readonly finding: AnomalyFindingService,
  ) {}

  async look(stopping: AbortSignal): Promise<void> {
    for await (const id of everyCommunity(this.reader)) {
      if (stopping.aborted) return;
      await this.lookAt(id);
    }
  }

  private async lookAt(communityId: string): Promise<void> {
    const last = await this.reader.row<{ id: string }>(
      communityId,
      sql`SELECT id FROM reputation_entries WHERE community_id = ${communityId} ORDER BY id DESC LIMIT 1`,
    );
    if (!last || this.seen.get(communityId) === last.id) return;
    await this.finding.find(communityId);
    this.seen.set(communityId, last.id);
  }
}
