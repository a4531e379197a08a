import sql from 'sql-template-tag';
import type { Publication } from '../publication';

/** Writes what connects topics: links and merges. */
export async function writeLinks(publication: Publication): Promise<void> {
  const { here, work } = publication;
  await publication.counted(
    'link',
    sql`INSERT INTO topic_links AS l (community_id, topic_id, linked_id, kind, linked_by_id, confirmed_at, confirmed_by_id,
        rejected_at, rejected_by_id, created_at)
      SELECT ${here}, r.topic_id, r.linked_id, r.link, r.by_id, CASE WHEN r.rejected_at IS NULL THEN r.confirmed_at END,
        CASE WHEN r.rejected_at IS NULL THEN r.confirmed_by_id END, r.rejected_at, r.rejected_by_id, r.created_at FROM ${publication.staged('link')} r
      ON CONFLICT (community_id, topic_id, linked_id) DO UPDATE SET kind = excluded.kind WHERE l.kind <> excluded.kind`,
  );
  await publication.run(sql`
    INSERT INTO topic_merges (community_id, id, source_id, target_id, merged_by_id, me_too_base, source_resolved_at,
      undone_at, created_at)
    SELECT ${here}, r.id, r.source_id, r.target_id, r.by_id, r.me_too_base, r.source_resolved_at, r.undone_at, r.created_at
    FROM ${publication.staged('merge')} r WHERE r.id NOT IN (SELECT id FROM ${work}changed) ORDER BY r.n
    ON CONFLICT DO NOTHING`);
}
