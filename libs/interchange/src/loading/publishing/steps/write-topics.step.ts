import sql, { raw, type Sql } from 'sql-template-tag';
import type { Publication } from '../publication';

/** What is counted of a topic. */
const COUNTS = [
  'resolution',
  'resolved_by',
  'resolved_at',
  'unanswered',
  'first_answer_at',
  'answer_count',
  'reply_count',
  'me_too_count',
  'follower_count',
  'view_count',
  'last_activity_at',
] as const;

/** Writes new topics as they were drawn, and what has changed in the counts of others. */
export async function writeTopics(publication: Publication): Promise<void> {
  await noteViews(publication);
  await insert(publication);
  await updateCounts(publication, 'topics', COUNTS);
  await writeProducts(publication);
  await writeTags(publication);
}

async function insert(publication: Publication): Promise<void> {
  const { here, work, about } = publication;
  await publication.run(sql`
    INSERT INTO topics (community_id, id, code, slug, kind, status, title, body, body_html, author_id, author_role, locale,
      product_version, sentiment_face, sentiment_feeling, visibility, state, state_reason, resolution, resolved_by,
      resolved_at, unanswered, first_answer_at, answer_count, reply_count, me_too_count, me_too_base, follower_count,
      view_count, version, edited_at, closed_at, closed_reason, archived_at, archived_note, merged_into_id,
      last_activity_at, created_at)
    SELECT ${here}, t.id, t.code, r.slug, r.kind, r.status, r.title, r.body, r.body_html, r.author_id,
      coalesce(r.author_role, m.role), coalesce(r.locale, ${about.locale}), r.product_version, r.sentiment_face,
      CASE WHEN r.sentiment_face IS NOT NULL THEN r.sentiment_feeling END, r.visibility, r.state, r.state_reason,
      t.resolution, t.resolved_by, t.resolved_at, t.unanswered, t.first_answer_at, t.answer_count, t.reply_count,
      t.me_too_count, r.me_too_base, t.follower_count, t.view_count, r.version, r.edited_at, r.closed_at, r.closed_reason,
      r.archived_at, r.archived_note, r.merged_into_id, t.last_activity_at, r.created_at
    FROM ${work}topics t JOIN ${publication.staged('topic')} r ON r.id = t.id JOIN ${work}people m ON m.id = r.author_id
    WHERE t.fresh`);
}

/** Views are dated by the event log: those that the source has counted came with this import. */
async function noteViews(publication: Publication): Promise<void> {
  const { here, work, about } = publication;
  if (about.complete) return;
  await publication.run(sql`
    INSERT INTO domain_events (community_id, id, type, subject_id, data)
    SELECT ${here}, uuidv7(), 'topics.viewed', ${here}, jsonb_object_agg(id, views) FROM (
      SELECT t.id, t.view_count - coalesce(o.view_count, 0) AS views, (row_number() OVER () - 1) / 1000 AS batch
      FROM ${work}topics t LEFT JOIN topics o ON o.community_id = ${here} AND o.id = t.id) v
    WHERE views > 0 GROUP BY batch`);
}

/** The products of new topics, and of those that the source says otherwise of now. */
async function writeProducts(publication: Publication): Promise<void> {
  const { here, work } = publication;
  await publication.run(sql`
    DELETE FROM topic_products p USING ${publication.staged('topic')} r, ${work}changed c
    WHERE c.id = r.id AND p.community_id = ${here} AND p.topic_id = r.id AND p.product_id <> ALL (r.product_ids)`);
  await publication.run(sql`
    INSERT INTO topic_products (community_id, topic_id, product_id)
    SELECT ${here}, r.id, p.id FROM ${publication.staged('topic')} r, unnest(r.product_ids) AS named (id)
    JOIN products p ON p.community_id = ${here} AND p.id = named.id
    ON CONFLICT DO NOTHING`);
  await publication.note(
    sql`SELECT r.file, r.line, r.external_id FROM ${publication.staged('topic')} r, unnest(r.product_ids) AS named (id)
      WHERE NOT EXISTS (SELECT FROM products p WHERE p.community_id = ${here} AND p.id = named.id)`,
    'products names a product that is not there',
  );
}

async function writeTags(publication: Publication): Promise<void> {
  const { here, work } = publication;
  await publication.run(sql`
    DELETE FROM topic_tags k USING ${publication.staged('topic')} r, ${work}changed c
    WHERE c.id = r.id AND k.community_id = ${here} AND k.topic_id = r.id
      AND k.tag_id NOT IN (SELECT g.id FROM ${work}tag_names g WHERE g.name = ANY (r.tags))`);
  await publication.run(sql`
    INSERT INTO topic_tags (community_id, topic_id, tag_id)
    SELECT DISTINCT ${here}, r.id, g.id FROM ${publication.staged('topic')} r, unnest(r.tags) AS named (name)
    JOIN ${work}tag_names g ON g.name = named.name
    ON CONFLICT DO NOTHING`);
}

/** Takes over what the drawn rows of a table say otherwise than those that were there. */
export async function updateCounts(publication: Publication, table: string, columns: readonly string[]): Promise<void> {
  const { here, work } = publication;
  const list = (alias: string): Sql => raw(columns.map((column) => `${alias}.${column}`).join(', '));
  await publication.run(sql`
    UPDATE ${raw(table)} x SET ${raw(columns.map((column) => `${column} = d.${column}`).join(', '))}
    FROM ${work}${raw(table)} d
    WHERE NOT d.fresh AND x.community_id = ${here} AND x.id = d.id AND (${list('x')}) IS DISTINCT FROM (${list('d')})`);
}
