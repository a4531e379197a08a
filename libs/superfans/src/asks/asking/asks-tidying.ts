import { Injectable } from '@nestjs/common';
import { everyCommunity } from '@app/community';
import { Reader, Transactor } from '@app/database';
import sql from 'sql-template-tag';

/** Days for which it is known how often somebody was asked on a day, and for which it is known what became of an ask. */
const KEPT_DAYS = { counts: 7, asks: 400 } as const;
/** Rows that one statement takes away. */
const AT_A_TIME = 5_000;

/** Takes away what is known of asks of long ago: they were between the person and the router. */
@Injectable()
export class AsksTidying {
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

  private tidySome(communityId: string): Promise<number> {
    return this.transactor.run(communityId, async (tx) => {
      const counts = await tx.rows(sql`
        DELETE FROM ask_days d USING (SELECT o.member_id, o.day FROM ask_days o
          WHERE o.community_id = ${communityId} AND o.day < (now() AT TIME ZONE 'UTC')::date - ${KEPT_DAYS.counts}::integer
          LIMIT ${AT_A_TIME}) old
        WHERE d.community_id = ${communityId} AND d.member_id = old.member_id AND d.day = old.day RETURNING 1 AS n`);
      const asks = await tx.rows(sql`
        DELETE FROM topic_asks a USING (SELECT o.id FROM topic_asks o
          WHERE o.community_id = ${communityId} AND o.changed_at < now() - make_interval(days => ${KEPT_DAYS.asks})
          LIMIT ${AT_A_TIME}) old
        WHERE a.community_id = ${communityId} AND a.id = old.id RETURNING 1 AS n`);
      return counts.length + asks.length;
    });
  }
}
