import { Injectable } from '@nestjs/common';
import { Reader } from '@app/database';
import sql from 'sql-template-tag';
import { PeerWindows, type AnswerTimes, type ReactionTimes } from './peer-windows';

/** Questions that are looked back at, the latest, and no older than so many days. */
const QUESTIONS = 10_000;
const DAYS = 365;
/** What became of asks is looked back at for so many days, of the latest so many. */
const ASKS = { days: 90, most: 5_000 } as const;
/** Within which the share of first answers came that windows wait for. */
const SLOWEST = sql`percentile_cont(${PeerWindows.SHARE}::float8) WITHIN GROUP (ORDER BY greatest(r.seconds, 1))`;

/** Reads how long members take to answer, of all and by product, and to say something to an ask. */
@Injectable()
export class PeerWindowsReader {
  constructor(private readonly reader: Reader) {}

  async read(communityId: string): Promise<PeerWindows> {
    const [times, [reactions]] = await this.reader.round<[AnswerTimes[], ReactionTimes[]]>(communityId, [
      sql`
      WITH asked AS (
        SELECT t.id, t.created_at FROM topics t
        WHERE t.community_id = ${communityId} AND t.state = 'VISIBLE' AND t.archived_at IS NULL
          AND t.merged_into_id IS NULL AND t.kind IN ('QUESTION', 'PROBLEM')
          AND t.created_at > now() - make_interval(days => ${DAYS})
        ORDER BY t.created_at DESC, t.id DESC LIMIT ${QUESTIONS}),
      answered AS (
        SELECT q.id, extract(epoch FROM min(a.created_at) - q.created_at)::float8 AS seconds
        FROM asked q JOIN answers a ON a.community_id = ${communityId} AND a.topic_id = q.id
        WHERE a.state = 'VISIBLE' AND NOT a.follow_up AND a.author_role IN ('CUSTOMER', 'CHAMPION')
        GROUP BY q.id, q.created_at)
      SELECT NULL::uuid AS "productId", count(*)::int AS answers, ${SLOWEST} AS seconds FROM answered r HAVING count(*) > 0
      UNION ALL
      SELECT p.product_id, count(*)::int, ${SLOWEST}
      FROM answered r JOIN topic_products p ON p.community_id = ${communityId} AND p.topic_id = r.id GROUP BY p.product_id`,
      sql`
      WITH asked AS (
        SELECT a.topic_id, a.member_id, a.created_at, a.decided_at FROM topic_asks a
        WHERE a.community_id = ${communityId} AND a.changed_at > now() - make_interval(days => ${ASKS.days})
        ORDER BY a.changed_at DESC LIMIT ${ASKS.most}),
      reacted AS (
        SELECT extract(epoch FROM least(a.decided_at, (SELECT min(r.created_at) FROM answers r
          WHERE r.community_id = ${communityId} AND r.topic_id = a.topic_id AND r.author_id = a.member_id
            AND r.state = 'VISIBLE' AND r.created_at >= a.created_at)) - a.created_at)::float8 AS seconds
        FROM asked a)
      SELECT count(*)::int AS reactions, ${SLOWEST} AS seconds FROM reacted r WHERE r.seconds IS NOT NULL HAVING count(*) > 0`,
    ]);
    return new PeerWindows(times, reactions);
  }
}
