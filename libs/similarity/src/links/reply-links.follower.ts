import { Injectable } from '@nestjs/common';
import { Reader, Transactor } from '@app/database';
import { SearchFeed } from '@app/search';
import sql from 'sql-template-tag';
import { ReplyLinksWriter } from './reply-links.writer';

/** Topics of which links are derived in one transaction. */
const PART = 100;
/** Links between topics that are this young are looked at again: making one changes no topic. */
const YOUNG = '1 day';

/** Keeps links up with what is written: of topics that have changed since it last looked, and of all of them at night. */
@Injectable()
export class ReplyLinksFollower {
  constructor(
    private readonly transactor: Transactor,
    private readonly reader: Reader,
    private readonly feed: SearchFeed,
    private readonly writer: ReplyLinksWriter,
  ) {}

  /** Derives the links of what has changed in the index since the last time; how many topics those were. */
  async follow(communityId: string, signal?: AbortSignal): Promise<number> {
    let followed = 0;
    for (;;) {
      signal?.throwIfAborted();
      const entries = await this.feed.since(communityId, await this.through(communityId), PART);
      const last = entries.at(-1);
      if (!last) break;
      const topicIds = entries.flatMap(({ kind, id }) => (kind === 'TOPIC' ? [id] : []));
      await this.transactor.run(communityId, async (tx) => {
        await this.writer.derive(tx, communityId, topicIds);
        await tx.rows(
          sql`INSERT INTO similarity_progress (community_id, links_through) VALUES (${communityId}, ${last.revision})
            ON CONFLICT (community_id) DO UPDATE
              SET links_through = greatest(similarity_progress.links_through, excluded.links_through)`,
        );
      });
      followed += topicIds.length;
    }
    await this.followYoungLinks(communityId);
    return followed;
  }

  /**
   * Derives the links of all topics anew: what they lead to may have moved in later, or elsewhere.
   * @throws AbortError where the signal stopped it
   */
  async rebuild(communityId: string, signal?: AbortSignal): Promise<void> {
    for (let after = '00000000-0000-0000-0000-000000000000'; ;) {
      signal?.throwIfAborted();
      const rows = await this.reader.rows<{ id: string }>(
        communityId,
        sql`SELECT t.id FROM topics t WHERE t.community_id = ${communityId} AND t.id > ${after}
          ORDER BY t.id LIMIT ${PART}`,
      );
      const last = rows.at(-1);
      if (!last) return;
      await this.derive(
        communityId,
        rows.map(({ id }) => id),
      );
      after = last.id;
    }
  }

  private async followYoungLinks(communityId: string): Promise<void> {
    const rows = await this.reader.rows<{ id: string }>(
      communityId,
      sql`SELECT DISTINCT l.topic_id AS id FROM topic_links l WHERE l.community_id = ${communityId}
        AND (l.created_at > now() - ${YOUNG}::interval OR l.rejected_at > now() - ${YOUNG}::interval)
        ORDER BY l.topic_id LIMIT 1000`,
    );
    for (let at = 0; at < rows.length; at += PART) {
      await this.derive(
        communityId,
        rows.slice(at, at + PART).map(({ id }) => id),
      );
    }
  }

  private derive(communityId: string, topicIds: readonly string[]): Promise<void> {
    return this.transactor.run(communityId, (tx) => this.writer.derive(tx, communityId, topicIds));
  }

  private async through(communityId: string): Promise<number> {
    const row = await this.reader.row<{ through: string }>(
      communityId,
      sql`SELECT links_through AS through FROM similarity_progress WHERE community_id = ${communityId}`,
    );
    return Number(row?.through ?? 0);
  }
}
