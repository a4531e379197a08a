import { Injectable } from '@nestjs/common';
import type { Tx } from '@app/database';
import sql from 'sql-template-tag';
import { LISTED_FOR_ALL } from '../topics/topic-visibility';
import type { MemberViewer } from '../viewer/viewer';

/** How much has moved from one tag to another; what was on both counts here and stands there once. */
export interface MovedTagRows {
  readonly topics: number;
  readonly followers: number;
  readonly synonyms: number;
}

/** Moves what hangs on one tag to another, and keeps both tags' counts. */
@Injectable()
export class TagMoves {
  /** Locks the topics that carry a tag, so that none is being sorted while it moves. */
  async lockTopics(tx: Tx, { communityId }: MemberViewer, tagId: string): Promise<void> {
    await tx.rows(sql`
      SELECT FROM topics t WHERE t.community_id = ${communityId} AND t.id IN (
        SELECT topic_id FROM topic_tags WHERE community_id = ${communityId} AND tag_id = ${tagId})
      ORDER BY t.id FOR NO KEY UPDATE`);
  }

  /** Makes `from` a synonym of `to`, with everything that hangs on it. The caller holds both locked. */
  async move(tx: Tx, { communityId }: MemberViewer, from: string, to: string): Promise<MovedTagRows> {
    const topics = await this.moveTopics(tx, communityId, from, to);
    const followers = await this.moveFollowers(tx, communityId, from, to);
    const words = await tx.rows(sql`
      UPDATE tags SET synonym_of_id = ${to}
      WHERE community_id = ${communityId} AND (id = ${from} OR synonym_of_id = ${from}) RETURNING id`);
    return { topics, followers, synonyms: words.length - 1 };
  }

  private async moveTopics(tx: Tx, communityId: string, from: string, to: string): Promise<number> {
    const gone = await tx.row<{ count: number }>(sql`
      WITH gone AS (DELETE FROM topic_tags WHERE community_id = ${communityId} AND tag_id = ${from} RETURNING topic_id),
      come AS (INSERT INTO topic_tags (community_id, topic_id, tag_id)
        SELECT ${communityId}, topic_id, ${to} FROM gone ON CONFLICT DO NOTHING RETURNING topic_id),
      listed AS (SELECT t.id FROM topics t
        WHERE t.community_id = ${communityId} AND t.id IN (SELECT topic_id FROM gone) AND ${LISTED_FOR_ALL}),
      counted AS (UPDATE tags SET topic_count = topic_count + CASE WHEN id = ${from} THEN -(SELECT count(*) FROM listed)
          ELSE (SELECT count(*) FROM come JOIN listed ON listed.id = come.topic_id) END
        WHERE community_id = ${communityId} AND id IN (${from}, ${to}))
      SELECT count(*)::int AS count FROM gone`);
    return gone?.count ?? 0;
  }

  private async moveFollowers(tx: Tx, communityId: string, from: string, to: string): Promise<number> {
    // Whoever follows both keeps the follow of the tag that stays: the other one goes.
    const moved = await tx.row<{ gone: number; moved: number }>(sql`
      WITH twice AS (DELETE FROM follows f WHERE f.community_id = ${communityId} AND f.tag_id = ${from}
          AND EXISTS (SELECT FROM follows o WHERE o.community_id = f.community_id AND o.member_id = f.member_id
            AND o.tag_id = ${to}) RETURNING f.id),
      moved AS (UPDATE follows f SET tag_id = ${to} WHERE f.community_id = ${communityId} AND f.tag_id = ${from}
          AND NOT EXISTS (SELECT FROM follows o WHERE o.community_id = f.community_id AND o.member_id = f.member_id
            AND o.tag_id = ${to}) RETURNING f.id)
      SELECT (SELECT count(*)::int FROM twice) AS gone, (SELECT count(*)::int FROM moved) AS moved`);
    const { gone = 0, moved: kept = 0 } = moved ?? {};
    await tx.rows(sql`
      UPDATE tags SET follower_count = follower_count + CASE WHEN id = ${from} THEN ${-(gone + kept)}::int ELSE ${kept}::int END
      WHERE community_id = ${communityId} AND id IN (${from}, ${to})`);
    return gone + kept;
  }
}
