import sql from 'sql-template-tag';
import type { Publication } from '../publication';

/**
 * Whoever was erased here follows nobody, is followed by nobody, and is not found by an old address, whatever the
 * source still says. `erased` has their keys.
 */
export async function leaveErased(publication: Publication): Promise<void> {
  const { here, work } = publication;
  const erased = await publication.table(
    'erased',
    sql`SELECT id FROM members WHERE community_id = ${here} AND erased_at IS NOT NULL`,
    'id',
  );
  if (erased === 0) return;
  await publication.run(sql`
    DELETE FROM ${publication.staged('redirect')} r USING ${work}erased e
    WHERE r.target = 'MEMBER' AND e.id = r.target_id`);
  await publication.run(sql`
    DELETE FROM ${publication.staged('follow')} r USING ${work}erased e WHERE e.id IN (r.member_id, r.person_id)`);
}
