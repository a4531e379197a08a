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
    ON CONFLICT (community_id, id, origin) DO UPDATE SET digest = excluded.digest, version = excluded.version`);
  await publication.run(sql`ANALYZE ${work}judged`);
  await rememberOrigins(publication);
}

/** What a community has brought from elsewhere before it came here goes on being known by where it came from. */
async function rememberOrigins(publication: Publication): Promise<void> {
  await publication.counted(
    'origin',
    sql`INSERT INTO external_records (community_id, id, origin, kind, external_id, digest, version)
      SELECT ${publication.here}, r.record_id, r.origin, r.of, r.origin_id, r.said, r.version
      FROM ${publication.staged('origin')} r ORDER BY r.n ON CONFLICT DO NOTHING`,
  );
}
