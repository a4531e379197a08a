import sql from 'sql-template-tag';
import type { Publication } from '../publication';

/** Writes products. One of a name whose slug is in use gets another slug. */
export async function writeProducts(publication: Publication): Promise<void> {
  const { here, work } = publication;
  const staged = publication.staged('product');
  await publication.reject(
    'product',
    sql`r.parent_id IS NOT NULL AND (r.parent_id = r.id
      OR NOT EXISTS (SELECT FROM ${staged} p WHERE p.id = r.parent_id)
      AND NOT EXISTS (SELECT FROM products p WHERE p.community_id = ${here} AND p.id = r.parent_id))`,
    'parent names a product that is not there',
  );
  await publication.run(sql`
    WITH numbered AS (
      SELECT r.*, row_number() OVER (PARTITION BY r.slug ORDER BY r.n) AS same FROM ${staged} r
      WHERE r.id NOT IN (SELECT id FROM ${work}changed))
    INSERT INTO products (community_id, id, parent_id, slug, name, description, position, archived_at, version, created_at)
    SELECT ${here}, r.id, r.parent_id,
      CASE WHEN r.same = 1 AND NOT EXISTS (SELECT FROM products p WHERE p.community_id = ${here} AND p.slug = r.slug)
        THEN r.slug ELSE r.slug || '-' || left(md5(r.id::text), 8) END,
      r.name, r.description, r.position, r.archived_at, r.version, coalesce(r.created_at, now())
    FROM numbered r ORDER BY r.n`);
  await publication.run(sql`
    UPDATE products p SET parent_id = r.parent_id, name = r.name, description = r.description, position = r.position,
      archived_at = coalesce(r.archived_at, p.archived_at), version = p.version + 1
    FROM ${staged} r JOIN ${work}changed c ON c.id = r.id
    WHERE p.community_id = ${here} AND p.id = r.id`);
}
