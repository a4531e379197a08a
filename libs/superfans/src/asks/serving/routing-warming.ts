import { Injectable } from '@nestjs/common';
import { Reader } from '@app/database';
import sql from 'sql-template-tag';
import { LikeThreads } from './like-threads';
import { LiveRouting } from './live-routing';

/** Communities that are looked at, those that were founded last first, and how many of them are read. */
const LOOKED_AT = 500;
const MOST = 20;

/** Reads what is known of people before it is needed. */
@Injectable()
export class RoutingWarming {
  constructor(
    private readonly reader: Reader,
    private readonly live: LiveRouting,
    private readonly like: LikeThreads,
  ) {}

  /** Where a topic was asked within the last day. */
  async warm(stopping: AbortSignal): Promise<void> {
    const communities = await this.reader.globalRows<{ id: string }>(
      sql`SELECT id FROM communities ORDER BY id DESC LIMIT ${LOOKED_AT}`,
    );
    let warmed = 0;
    for (const { id } of communities) {
      if (stopping.aborted || warmed === MOST) return;
      if (!(await this.isLively(id))) continue;
      warmed++;
      await this.like.warm(id);
      await this.live.of(id).windows();
      await this.live.of(id).withMemory(async () => undefined);
      await this.live.of(id).settled();
    }
  }

  private async isLively(communityId: string): Promise<boolean> {
    const asked = await this.reader.row(
      communityId,
      sql`SELECT 1 AS n FROM topics t WHERE t.community_id = ${communityId} AND t.state = 'VISIBLE'
            AND t.archived_at IS NULL AND t.merged_into_id IS NULL AND t.created_at > now() - interval '1 day' LIMIT 1`,
    );
    return asked !== null;
  }
}
