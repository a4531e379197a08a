import sql from 'sql-template-tag';
import type { Publication } from '../publication';

/** Who has the same question, and who follows what: rows to be, in tables named like those they go to. */
export async function drawPeople(publication: Publication): Promise<void> {
  await drawMeToos(publication);
  await drawFollows(publication);
}

/** Whoever asked has the question too. */
async function drawMeToos(publication: Publication): Promise<void> {
  const { here, work, about } = publication;
  const own = about.complete
    ? sql``
    : sql`UNION ALL SELECT r.id, r.author_id, NULL, r.created_at, NULL FROM ${publication.staged('topic')} r
        WHERE r.id NOT IN (SELECT id FROM ${work}changed)`;
  await publication.table(
    'me_toos',
    sql`SELECT DISTINCT ON (topic_id, member_id) x.* FROM (
        SELECT r.topic_id, r.member_id, r.moved_from_id, r.created_at, r.n FROM ${publication.staged('meToo')} r ${own}) x
      WHERE NOT EXISTS (SELECT FROM me_toos m
        WHERE m.community_id = ${here} AND m.topic_id = x.topic_id AND m.member_id = x.member_id)
      ORDER BY topic_id, member_id, n`,
  );
}

/** Whoever asked follows what they asked; but a former member is nobody who could. */
async function drawFollows(publication: Publication): Promise<void> {
  const { here, work, about } = publication;
  await publication.reject(
    'follow',
    sql`r.product_id IS NOT NULL AND NOT EXISTS (
      SELECT FROM products p WHERE p.community_id = ${here} AND p.id = r.product_id)`,
    'followed names a product that is not there',
  );
  const own = about.complete
    ? sql``
    : sql`UNION ALL SELECT uuidv7(r.created_at - now()), r.author_id, r.id, NULL, NULL, NULL, NULL, 'ASKED', r.created_at, NULL
        FROM ${publication.staged('topic')} r
        WHERE r.id NOT IN (SELECT id FROM ${work}changed)
          AND r.author_id NOT IN (SELECT id FROM ${work}people WHERE erased)`;
  await publication.table(
    'follows',
    sql`SELECT DISTINCT ON (member_id, topic_id, tag_id, product_id, person_id) x.* FROM (
        SELECT r.id, r.member_id, r.topic_id, r.moved_from_id, g.id AS tag_id, r.product_id, r.person_id, r.reason,
          r.created_at, r.n
        FROM ${publication.staged('follow')} r LEFT JOIN ${work}tag_names g ON g.name = r.tag ${own}) x
      WHERE NOT EXISTS (SELECT FROM follows f WHERE f.community_id = ${here} AND f.member_id = x.member_id AND (
        f.topic_id = x.topic_id OR f.tag_id = x.tag_id OR f.product_id = x.product_id OR f.person_id = x.person_id))
      ORDER BY member_id, topic_id, tag_id, product_id, person_id, n`,
  );
}
