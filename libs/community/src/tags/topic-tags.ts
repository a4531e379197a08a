import { Injectable } from '@nestjs/common';
import type { Tx } from '@app/database';
import { DomainError, newId } from '@app/kernel';
import sql, { join } from 'sql-template-tag';
import { LISTED_FOR_ALL } from '../topics/topic-visibility';

/** The most tags a topic may carry. */
export const MAX_TAGS = 10;

/** Puts tags on topics, by name: a synonym counts as the tag that it stands for, an unknown name becomes a tag. */
@Injectable()
export class TopicTags {
  /** Makes the topic carry exactly these tags, and keeps the counts of what came and went where it is listed for all. */
  async set(tx: Tx, communityId: string, topicId: string, names: readonly string[]): Promise<void> {
    const ids = await this.idsOf(tx, communityId, names);
    await tx.rows(sql`
      WITH wanted AS (SELECT unnest(${ids}::uuid[]) AS tag_id),
      gone AS (DELETE FROM topic_tags WHERE community_id = ${communityId} AND topic_id = ${topicId}
        AND tag_id NOT IN (SELECT tag_id FROM wanted) RETURNING tag_id),
      come AS (INSERT INTO topic_tags (community_id, topic_id, tag_id)
        SELECT ${communityId}, ${topicId}, tag_id FROM wanted ON CONFLICT DO NOTHING RETURNING tag_id),
      change AS (SELECT tag_id, -1 AS n FROM gone UNION ALL SELECT tag_id, 1 FROM come)
      UPDATE tags SET topic_count = topic_count + change.n FROM change
      WHERE tags.community_id = ${communityId} AND tags.id = change.tag_id AND EXISTS (
        SELECT FROM topics t WHERE t.community_id = ${communityId} AND t.id = ${topicId} AND ${LISTED_FOR_ALL})`);
  }

  private async idsOf(tx: Tx, communityId: string, names: readonly string[]): Promise<string[]> {
    // Sorted, so that two topics with the same tags lock them in the same order.
    const unique = [...new Set(names.map((name) => name.toLowerCase()))].toSorted();
    if (unique.length > MAX_TAGS) throw DomainError.invalid(`A topic carries at most ${MAX_TAGS} tags.`);
    if (unique.length === 0) return [];
    const rows = await tx.rows<{ id: string }>(sql`
      INSERT INTO tags (community_id, id, name)
      VALUES ${join(unique.map((name) => sql`(${communityId}, ${newId()}, ${name})`))}
      ON CONFLICT (community_id, name) DO UPDATE SET name = excluded.name
      RETURNING coalesce(synonym_of_id, id) AS id`);
    return [...new Set(rows.map(({ id }) => id))].toSorted();
  }
}
