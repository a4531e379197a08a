import sql, { raw } from 'sql-template-tag';
import type { Publication } from '../publication';

/** Targets that are no posts, with their tables. */
const OTHERS = [
  ['MEMBER', 'members'],
  ['PRODUCT', 'products'],
  ['ARTICLE', 'articles'],
] as const;

/**
 * Writes old addresses. A reply that has become a comment is found as one; whoever was erased is not found by theirs,
 * which may hold their name.
 */
export async function writeRedirects(publication: Publication): Promise<void> {
  const { here, work } = publication;
  const staged = publication.staged('redirect');
  await publication.run(sql`
    DELETE FROM ${staged} r USING ${work}people p WHERE r.target = 'MEMBER' AND p.id = r.target_id AND p.erased`);
  for (const [target, table] of OTHERS) {
    await publication.reject(
      'redirect',
      sql`r.target = '${raw(target)}' AND NOT EXISTS (
        SELECT FROM ${raw(table)} x WHERE x.community_id = ${here} AND x.id = r.target_id)`,
      'to names something that is not there',
    );
  }
  await publication.reject(
    'redirect',
    sql`r.target IN ('TOPIC', 'ANSWER', 'COMMENT') AND NOT EXISTS (
      SELECT FROM ${work}posts p WHERE p.id = r.target_id AND (p.what = 'TOPIC') = (r.target = 'TOPIC'))`,
    'to names something that is not there',
  );
  await publication.counted(
    'redirect',
    sql`INSERT INTO redirects AS d (community_id, path, target, target_id)
      SELECT ${here}, r.path, coalesce(p.what, r.target), r.target_id FROM ${staged} r
      LEFT JOIN ${work}posts p ON p.id = r.target_id AND r.target IN ('TOPIC', 'ANSWER', 'COMMENT')
      ON CONFLICT (community_id, path) DO UPDATE SET target = excluded.target, target_id = excluded.target_id
        WHERE (d.target, d.target_id) IS DISTINCT FROM (excluded.target, excluded.target_id)`,
  );
}
