import sql, { raw, type Sql } from 'sql-template-tag';
import type { Publication } from '../publication';

/** What the source says otherwise now: a text that differs is a new version. What was decided here stays decided. */
export async function changePosts(publication: Publication): Promise<void> {
  const { here, work } = publication;
  await publication.run(sql`
    SELECT t.id FROM topics t WHERE t.community_id = ${here} AND t.id IN (SELECT id FROM ${work}changed)
    ORDER BY t.id FOR NO KEY UPDATE`);
  await changeTopics(publication);
  await changeReplies(publication, 'answers', publication.staged('answer'));
  await changeReplies(publication, 'comments', publication.staged('answer'));
  await changeReplies(publication, 'comments', publication.staged('comment'));
}

async function changeTopics(publication: Publication): Promise<void> {
  const { here, work } = publication;
  const differs = sql`((t.title, t.body) IS DISTINCT FROM (r.title, r.body))`;
  await publication.run(sql`
    UPDATE topics t SET
      title = r.title, slug = CASE WHEN t.title = r.title THEN t.slug ELSE r.slug END, body = r.body, body_html = r.body_html,
      kind = r.kind,
      status = CASE WHEN r.kind IN ('PRAISE', 'UPDATE') OR r.status <> 'NONE' THEN r.status ELSE t.status END,
      sentiment_face = coalesce(r.sentiment_face, t.sentiment_face),
      sentiment_feeling = coalesce(r.sentiment_feeling, t.sentiment_feeling),
      locale = coalesce(r.locale, t.locale), product_version = coalesce(r.product_version, t.product_version),
      visibility = CASE WHEN r.visibility = 'PRIVATE' THEN r.visibility ELSE t.visibility END,
      state = CASE WHEN r.state = 'VISIBLE' THEN t.state ELSE r.state END,
      state_reason = coalesce(r.state_reason, t.state_reason),
      closed_at = coalesce(r.closed_at, t.closed_at), closed_reason = coalesce(r.closed_reason, t.closed_reason),
      archived_at = coalesce(r.archived_at, t.archived_at), archived_note = coalesce(r.archived_note, t.archived_note),
      merged_into_id = coalesce(r.merged_into_id, t.merged_into_id),
      version = t.version + ${differs}::int,
      edited_at = CASE WHEN ${differs} THEN coalesce(r.edited_at, now()) ELSE coalesce(r.edited_at, t.edited_at) END
    FROM ${publication.staged('topic')} r JOIN ${work}changed c ON c.id = r.id
    WHERE t.community_id = ${here} AND t.id = r.id`);
}

async function changeReplies(publication: Publication, table: string, staged: Sql): Promise<void> {
  const { here, work } = publication;
  await publication.run(sql`
    UPDATE ${raw(table)} t SET body = r.body, body_html = r.body_html,
      state = CASE WHEN r.state = 'VISIBLE' THEN t.state ELSE r.state END,
      state_reason = coalesce(r.state_reason, t.state_reason),
      version = t.version + (t.body <> r.body)::int,
      edited_at = CASE WHEN t.body <> r.body THEN coalesce(r.edited_at, now()) ELSE coalesce(r.edited_at, t.edited_at) END
    FROM ${staged} r JOIN ${work}changed c ON c.id = r.id
    WHERE t.community_id = ${here} AND t.id = r.id`);
}
