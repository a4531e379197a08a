import sql, { join } from 'sql-template-tag';
import type { Publication } from '../publication';
import { REMEMBERED_KINDS } from './verdicts.step';

/** Remembers what the source said of each record, and in which version it was written. */
export async function remember(publication: Publication): Promise<void> {
  const { here, work, about } = publication;
  const staged = REMEMBERED_KINDS.map(
    (kind) => sql`SELECT id, ${kind}::text AS kind, external_id, digest FROM ${publication.staged(kind)}`,
  );
  const versions = sql`
    SELECT id, version FROM products WHERE community_id = ${here}
    UNION ALL SELECT id, version FROM tags WHERE community_id = ${here}
    UNION ALL SELECT id, version FROM members WHERE community_id = ${here}
    UNION ALL SELECT id, version FROM topics WHERE community_id = ${here}
    UNION ALL SELECT id, version FROM answers WHERE community_id = ${here}
    UNION ALL SELECT id, version FROM comments WHERE community_id = ${here}
    UNION ALL SELECT id, version FROM articles WHERE community_id = ${here}`;
  await publication.run(sql`
    INSERT INTO external_records AS e (community_id, id, kind, origin, external_id, digest, version)
    SELECT ${here}, r.id, r.kind, ${about.origin}, r.external_id, r.digest, coalesce(v.version, 1)
    FROM (${join(staged, ' UNION ALL ')}) r LEFT JOIN (${versions}) v ON v.id = r.id
    ON CONFLICT (community_id, id) DO UPDATE SET digest = excluded.digest, version = excluded.version`);
  await publication.run(sql`ANALYZE ${work}judged`);
}
