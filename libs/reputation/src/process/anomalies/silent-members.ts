import { Reader } from '@app/database';
import sql from 'sql-template-tag';

/** Which of these members have never written anything. */
export async function silentMembers(
  reader: Reader,
  communityId: string,
  memberIds: readonly string[],
): Promise<ReadonlySet<string>> {
  if (memberIds.length === 0) return new Set();
  const rows = await reader.rows<{ id: string }>(
    communityId,
    sql`SELECT m.id FROM unnest(${memberIds}::uuid[]) AS m (id)
        WHERE NOT EXISTS (SELECT FROM topics t WHERE t.community_id = ${communityId} AND t.author_id = m.id)
          AND NOT EXISTS (SELECT FROM answers a WHERE a.community_id = ${communityId} AND a.author_id = m.id)
          AND NOT EXISTS (SELECT FROM comments c WHERE c.community_id = ${communityId} AND c.author_id = m.id)`,
  );
  return new Set(rows.map(({ id }) => id));
}
