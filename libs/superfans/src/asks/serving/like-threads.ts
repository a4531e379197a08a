import { Injectable } from '@nestjs/common';
import { Reader } from '@app/database';
import { Similarity } from '@app/similarity';
import sql, { type Sql } from 'sql-template-tag';
import type { LikeThread } from '../../routing/routed-question';

/** How like threads are taken to be by what they are about, where nothing is known of their words. */
const SHARES = { tag: 0.6, product: 0.55, nothing: 0.5 } as const;

/** Earlier threads that are like a topic. */
export interface Likeness {
  /** Whether they are like it by what was said; else by what they are about. */
  readonly byWords: boolean;
  /** The likest first. */
  readonly threads: readonly LikeThread[];
}

/** Finds earlier threads that are like a topic. */
@Injectable()
export class LikeThreads {
  constructor(
    private readonly similarity: Similarity,
    private readonly reader: Reader,
  ) {}

  /** By their words; where those are not known (yet), the latest that are about the same, or else the latest. */
  async of(communityId: string, topicId: string, count: number): Promise<Likeness> {
    const topic = await this.reader.row<{ title: string; body: string }>(
      communityId,
      sql`SELECT t.title, t.body FROM topics t WHERE t.community_id = ${communityId} AND t.id = ${topicId}`,
    );
    if (!topic) return { byWords: false, threads: [] };
    const threads = await this.similarity.threadsLike(communityId, { ...topic, except: topicId }, count);
    if (threads.length > 0) return { byWords: true, threads };
    return { byWords: false, threads: await this.reader.rows(communityId, aboutTheSame(communityId, topicId, count)) };
  }

  /** Has what is to be compared with read, where it is not yet. */
  async warm(communityId: string): Promise<void> {
    await this.similarity.threadsLike(communityId, { title: '', body: '', except: null }, 1);
  }
}

/** Each way is read in the order of its index, so that it costs the same in communities of any size. */
function aboutTheSame(communityId: string, topicId: string, count: number): Sql {
  return sql`
    WITH tagged AS (
      SELECT o.topic_id FROM topic_tags g CROSS JOIN LATERAL (
        SELECT x.topic_id FROM topic_tags x WHERE x.community_id = ${communityId} AND x.tag_id = g.tag_id
        ORDER BY x.topic_id DESC LIMIT ${count}) o
      WHERE g.community_id = ${communityId} AND g.topic_id = ${topicId}),
    sorted AS (
      SELECT o.topic_id FROM topic_products p CROSS JOIN LATERAL (
        SELECT x.topic_id FROM topic_products x WHERE x.community_id = ${communityId} AND x.product_id = p.product_id
        ORDER BY x.topic_id DESC LIMIT ${count}) o
      WHERE p.community_id = ${communityId} AND p.topic_id = ${topicId}),
    latest AS (
      SELECT t.id AS topic_id FROM topics t WHERE t.community_id = ${communityId} AND t.state = 'VISIBLE'
        AND t.archived_at IS NULL AND t.merged_into_id IS NULL ORDER BY t.created_at DESC, t.id DESC LIMIT ${count}),
    alike AS (
      SELECT topic_id, ${SHARES.tag}::float8 AS likeness FROM tagged
      UNION ALL SELECT topic_id, ${SHARES.product} FROM sorted
      UNION ALL SELECT topic_id, ${SHARES.nothing} FROM latest)
    SELECT topic_id AS "topicId", max(likeness) AS likeness FROM alike WHERE topic_id <> ${topicId}
    GROUP BY topic_id ORDER BY max(likeness) DESC, topic_id DESC LIMIT ${count}`;
}
