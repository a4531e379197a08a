import { tagRecount } from '@app/community';
import sql, { raw } from 'sql-template-tag';
import type { Publication } from '../publication';

/** What members follow beside topics, with the column of their follows. */
const FOLLOWED = [
  ['tags', 'tag_id'],
  ['products', 'product_id'],
  ['members', 'person_id'],
] as const;

/** Counts the topics of tags, and the followers of tags, products and members. */
export async function countAnew(publication: Publication): Promise<void> {
  const { here, about } = publication;
  await publication.run(sql`ANALYZE tags, topic_tags, follows`);
  await publication.run(tagRecount(about.communityId));
  for (const [table, column] of FOLLOWED) {
    await publication.run(sql`
      UPDATE ${raw(table)} x SET follower_count = f.n
      FROM (SELECT ${raw(column)} AS id, count(*)::int AS n FROM follows
        WHERE community_id = ${here} AND ${raw(column)} IS NOT NULL GROUP BY 1) f
      WHERE x.community_id = ${here} AND x.id = f.id AND x.follower_count <> f.n`);
  }
}
