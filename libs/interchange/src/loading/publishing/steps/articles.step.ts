import sql from 'sql-template-tag';
import type { Publication } from '../publication';

/** Writes knowledge articles. One of a title whose slug is in use gets another slug. */
export async function writeArticles(publication: Publication): Promise<void> {
  const { here, work, about } = publication;
  const staged = publication.staged('article');
  await publication.run(sql`
    WITH numbered AS (
      SELECT r.*, row_number() OVER (PARTITION BY r.slug ORDER BY r.n) AS same FROM ${staged} r
      WHERE r.id NOT IN (SELECT id FROM ${work}changed))
    INSERT INTO articles (community_id, id, slug, title, summary, body, body_html, locale, author_id, state, review_at,
      version, edited_at, created_at)
    SELECT ${here}, r.id,
      CASE WHEN r.same = 1 AND NOT EXISTS (SELECT FROM articles a WHERE a.community_id = ${here} AND a.slug = r.slug)
        THEN r.slug ELSE r.slug || '-' || left(md5(r.id::text), 8) END,
      r.title, r.summary, r.body, r.body_html, coalesce(r.locale, ${about.locale}), r.author_id, r.state, r.review_at,
      r.version, r.edited_at, coalesce(r.created_at, now())
    FROM numbered r`);
  await publication.run(sql`
    UPDATE articles a SET title = r.title, summary = r.summary, body = r.body, body_html = r.body_html,
      locale = coalesce(r.locale, a.locale), author_id = coalesce(r.author_id, a.author_id), state = r.state,
      review_at = r.review_at, version = a.version + 1, edited_at = coalesce(r.edited_at, now())
    FROM ${staged} r JOIN ${work}changed c ON c.id = r.id
    WHERE a.community_id = ${here} AND a.id = r.id`);
  await publication.run(sql`
    DELETE FROM article_products p USING ${staged} r, ${work}changed c
    WHERE c.id = r.id AND p.community_id = ${here} AND p.article_id = r.id AND p.product_id <> ALL (r.product_ids)`);
  await publication.run(sql`
    INSERT INTO article_products (community_id, article_id, product_id)
    SELECT ${here}, r.id, p.id FROM ${staged} r, unnest(r.product_ids) AS named (id)
    JOIN products p ON p.community_id = ${here} AND p.id = named.id
    ON CONFLICT DO NOTHING`);
  await publication.note(
    sql`SELECT r.file, r.line, r.external_id FROM ${staged} r, unnest(r.product_ids) AS named (id)
      WHERE NOT EXISTS (SELECT FROM products p WHERE p.community_id = ${here} AND p.id = named.id)`,
    'products names a product that is not there',
  );
}
