import { Injectable } from '@nestjs/common';
import type { Tx } from '@app/database';
import sql, { type Sql } from 'sql-template-tag';
import { isListedForAll, LISTED_FOR_ALL } from '../topics/topic-visibility';
import type { Topic } from '../topics/topic.entity';

/** Keeps the topic counts of tags where a topic comes into everybody's lists, or leaves them. */
@Injectable()
export class TagCounts {
  /** Call it after each change of a topic's state, visibility, archiving or merging, with the topic as it was before. */
  async adjust(tx: Tx, before: Topic): Promise<void> {
    const listed = isListedForAll(before);
    // Locked in one order, so that two topics with the same tags do not wait for each other.
    await tx.rows(sql`
      WITH carried AS (
        SELECT g.id FROM topic_tags tt
        JOIN tags g ON g.community_id = tt.community_id AND g.id = tt.tag_id
        JOIN topics t ON t.community_id = tt.community_id AND t.id = tt.topic_id
        WHERE tt.community_id = ${before.communityId} AND tt.topic_id = ${before.id}
          AND (${LISTED_FOR_ALL}) <> ${listed}
        ORDER BY g.id FOR NO KEY UPDATE OF g)
      UPDATE tags g SET topic_count = g.topic_count + ${listed ? -1 : 1}
      FROM carried WHERE g.community_id = ${before.communityId} AND g.id = carried.id`);
  }
}

/** The statement that counts the topics of all tags of a community from its rows: for changes of many topics at once. */
export function tagRecount(communityId: string): Sql {
  return sql`
    UPDATE tags g SET topic_count = c.n
    FROM (SELECT g.id, count(t.id) AS n FROM tags g
      LEFT JOIN topic_tags tt ON tt.community_id = g.community_id AND tt.tag_id = g.id
      LEFT JOIN topics t ON t.community_id = tt.community_id AND t.id = tt.topic_id AND ${LISTED_FOR_ALL}
      WHERE g.community_id = ${communityId} GROUP BY g.id) c
    WHERE g.community_id = ${communityId} AND g.id = c.id AND g.topic_count <> c.n`;
}
