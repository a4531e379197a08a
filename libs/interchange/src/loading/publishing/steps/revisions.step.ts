import sql, { raw } from 'sql-template-tag';
import type { Publication } from '../publication';
import { joinPost, ONE_POST } from './references.step';

/** The tables of posts, with the column that names them in revisions. */
const POSTS = [
  ['topics', 'topic_id', 'x.title'],
  ['answers', 'answer_id', 'NULL'],
  ['comments', 'comment_id', 'NULL'],
] as const;

/**
 * Keeps what posts said: the revisions of the source, and each new version of which the source has none, so that
 * nothing is lost when it is edited here.
 */
export async function writeRevisions(publication: Publication): Promise<void> {
  await writeTold(publication);
  if (publication.about.complete) return;
  const { here, work } = publication;
  for (const [table, column, title] of POSTS) {
    await publication.run(sql`
      INSERT INTO revisions (community_id, id, ${raw(column)}, version, editor_id, editor_role, title, body, created_at)
      SELECT ${here}, uuidv7(coalesce(x.edited_at, x.created_at) - now()), x.id, x.version, x.author_id, x.author_role,
        ${raw(title)}, x.body, coalesce(x.edited_at, x.created_at)
      FROM (SELECT id FROM ${work}posts WHERE fresh UNION SELECT id FROM ${work}changed) n
      JOIN ${raw(table)} x ON x.community_id = ${here} AND x.id = n.id
      WHERE NOT EXISTS (SELECT FROM revisions k
        WHERE k.community_id = ${here} AND k.${raw(column)} = x.id AND k.version = x.version)`);
  }
}

async function writeTold(publication: Publication): Promise<void> {
  const { here, work } = publication;
  await publication.run(sql`
    INSERT INTO revisions (community_id, id, topic_id, answer_id, comment_id, version, editor_id, editor_role, title, body,
      created_at)
    SELECT ${here}, r.id, ${ONE_POST}, r.version, r.editor_id, coalesce(r.editor_role, m.role), r.title, r.body, r.created_at
    FROM ${publication.staged('revision')} r ${joinPost(publication)} JOIN ${work}people m ON m.id = r.editor_id
    WHERE r.id NOT IN (SELECT id FROM ${work}changed)
    ORDER BY r.n
    ON CONFLICT DO NOTHING`);
}
