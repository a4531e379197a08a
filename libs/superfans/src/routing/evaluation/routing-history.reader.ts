import { Injectable } from '@nestjs/common';
import { Reader } from '@app/database';
import type { History } from '@app/similarity';
import sql from 'sql-template-tag';
import type { RoutingPast } from '../learning/routing-past';
import type { RoutedReply } from '../routed-question';

const PAGE = 20_000;
const FIRST = '00000000-0000-0000-0000-000000000000';

interface PostRow {
  readonly id: string;
  readonly topicId: string;
  readonly memberId: string;
  readonly at: Date;
}

interface TopicRow {
  readonly id: string;
  readonly productIds: string[];
  readonly tagIds: string[];
}

/** Reads who asked and who replied what when, of the topics of a history. */
@Injectable()
export class RoutingHistoryReader {
  constructor(private readonly reader: Reader) {}

  async read(communityId: string, { threads }: Pick<History, 'threads'>): Promise<RoutingPast> {
    const askedAt = new Map(threads.map(({ id, at }) => [id, at]));
    const replies: RoutedReply[] = [];
    for (const table of ['answers', 'comments'] as const) {
      for await (const { topicId, memberId, at } of this.posts(communityId, table)) {
        const asked = askedAt.get(topicId);
        if (asked !== undefined) replies.push({ topicId, memberId, at: Math.max(at.getTime(), asked) });
      }
    }
    const about = await this.topics(communityId);
    return {
      questions: threads.map(({ id, author, at, title, body }) => ({
        topicId: id,
        askerId: author,
        at,
        productIds: about.get(id)?.productIds ?? [],
        tagIds: about.get(id)?.tagIds ?? [],
        words: `${title} ${body}`.split(/\s+/).length,
      })),
      replies: replies.sort((a, b) => a.at - b.at),
    };
  }

  private async *posts(communityId: string, table: 'answers' | 'comments'): AsyncGenerator<PostRow> {
    for (let after = FIRST; ;) {
      const rows = await this.reader.rows<PostRow>(
        communityId,
        table === 'answers'
          ? sql`SELECT p.id, p.topic_id AS "topicId", p.author_id AS "memberId", p.created_at AS at FROM answers p
              WHERE p.community_id = ${communityId} AND p.state = 'VISIBLE' AND p.id > ${after} ORDER BY p.id LIMIT ${PAGE}`
          : sql`SELECT p.id, p.topic_id AS "topicId", p.author_id AS "memberId", p.created_at AS at FROM comments p
              WHERE p.community_id = ${communityId} AND p.state = 'VISIBLE' AND p.id > ${after} ORDER BY p.id LIMIT ${PAGE}`,
      );
      yield* rows;
      if (rows.length < PAGE) return;
      after = rows.at(-1)!.id;
    }
  }

  private async topics(communityId: string): Promise<ReadonlyMap<string, TopicRow>> {
    const topics = new Map<string, TopicRow>();
    for (let after = FIRST; ;) {
      const rows = await this.reader.rows<TopicRow>(
        communityId,
        sql`SELECT t.id,
            ARRAY(SELECT p.product_id FROM topic_products p WHERE p.community_id = t.community_id AND p.topic_id = t.id)
              AS "productIds",
            ARRAY(SELECT g.tag_id FROM topic_tags g WHERE g.community_id = t.community_id AND g.topic_id = t.id) AS "tagIds"
          FROM topics t WHERE t.community_id = ${communityId} AND t.id > ${after} ORDER BY t.id LIMIT ${PAGE}`,
      );
      for (const row of rows) topics.set(row.id, row);
      if (rows.length < PAGE) return topics;
      after = rows.at(-1)!.id;
    }
  }
}
