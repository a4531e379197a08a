import { Injectable } from '@nestjs/common';
import { everyCommunity } from '@app/community';
import { Reader, Transactor } from '@app/database';
import sql from 'sql-template-tag';

/** Days for which it is known what was looked for: a year can be compared with the one before. */
export const KEPT_DAYS = 400;
/** Rows that one statement takes away. */
const AT_A_TIME = 5_000;

/** Takes away what is known of old searches. */
@Injectable()
export class SearchTidying {
  constructor(
    private readonly reader: Reader,
    private readonly transactor: Transactor,
  ) {}

  /** In every community. */
  async tidy(): Promise<void> {
    for await (const id of everyCommunity(this.reader)) {
      while ((await this.tidySome(id)) > 0);
    }
  }

  private async tidySome(communityId: string): Promise<number> {
    const before = sql`now() - make_interval(days => ${KEPT_DAYS})`;
    return this.transactor.run(communityId, async (tx) => {
      const clicks = await tx.rows(sql`
        DELETE FROM search_clicks c USING (SELECT o.search_id, o.thing_id FROM search_clicks o
          WHERE o.community_id = ${communityId} AND o.clicked_at < ${before} LIMIT ${AT_A_TIME}) old
        WHERE c.community_id = ${communityId} AND c.search_id = old.search_id AND c.thing_id = old.thing_id RETURNING 1`);
      const searches = await tx.rows(sql`
        DELETE FROM searches s USING (SELECT o.id FROM searches o
          WHERE o.community_id = ${communityId} AND o.searched_at < ${before} LIMIT ${AT_A_TIME}) old
        WHERE s.community_id = ${communityId} AND s.id = old.id RETURNING 1`);
      return clicks.length + searches.length;
    });
  }
}
