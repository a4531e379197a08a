import { Injectable } from '@nestjs/common';
import { Reader } from '@app/database';
import { LRUCache } from 'lru-cache';
import sql from 'sql-template-tag';
import { AnomalyFindingService } from './anomaly-finding.service';

const PAGE = 500;
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
    for (let after = '00000000-0000-0000-0000-000000000000'; ;) {
      const communities = await this.reader.globalRows<{ id: string }>(
        sql`SELECT id FROM communities WHERE id > ${after} ORDER BY id LIMIT ${PAGE}`,
      );
      for (const { id } of communities) {
        if (stopping.aborted) return;
        await this.lookAt(id);
      }
      if (communities.length < PAGE) return;
      after = communities.at(-1)?.id ?? after;
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
