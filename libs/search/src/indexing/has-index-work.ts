import type { Tx } from '@app/database';
import sql from 'sql-template-tag';

/** Whether something of a community waits to be indexed, or a pass is under way. */
export async function hasIndexWork(tx: Tx, communityId: string): Promise<boolean> {
  const row = await tx.row<{ work: boolean }>(sql`
    SELECT EXISTS (SELECT FROM search_changes WHERE community_id = ${communityId})
      OR EXISTS (SELECT FROM search_passes WHERE community_id = ${communityId}) AS work`);
  return row?.work ?? false;
}
