import sql from 'sql-template-tag';
import type { Publication } from '../publication';

/** Writes what articles said in their versions, and what members say of them. */
export async function writeArticleMarks(publication: Publication): Promise<void> {
  const { here } = publication;
  for (const kind of ['articleRevision', 'articleVote'] as const) {
    await publication.reject(
      kind,
      sql`NOT EXISTS (SELECT FROM articles x WHERE x.community_id = ${here} AND x.id = r.article_id)`,
      'article names an article that is not there',
    );
  }
  await writeRevisions(publication);
  await writeVotes(publication);
}

/** Those of the source, and each new version of which the source has none, so that nothing is lost by an edit here. */
async function writeRevisions(publication: Publication): Promise<void> {
  const { here, about } = publication;
  await publication.counted(
    'articleRevision',
    sql`INSERT INTO article_revisions (community_id, article_id, version, editor_id, title, summary, body, created_at)
      SELECT ${here}, r.article_id, r.version, r.editor_id, r.title, r.summary, r.body, r.created_at
      FROM ${publication.staged('articleRevision')} r ORDER BY r.n
      ON CONFLICT DO NOTHING`,
  );
  if (about.complete) return;
  await publication.run(sql`
    INSERT INTO article_revisions (community_id, article_id, version, editor_id, title, summary, body, created_at)
    SELECT ${here}, x.id, x.version, x.author_id, x.title, x.summary, x.body, coalesce(x.edited_at, x.created_at)
    FROM ${publication.staged('article')} r JOIN articles x ON x.community_id = ${here} AND x.id = r.id
    ON CONFLICT DO NOTHING`);
}

/** Whoever has said something here since goes on saying that. */
async function writeVotes(publication: Publication): Promise<void> {
  const { here } = publication;
  await publication.run(sql`
    INSERT INTO article_votes (community_id, article_id, member_id, still_right, created_at)
    SELECT ${here}, r.article_id, r.member_id, r.still_right, r.created_at
    FROM ${publication.staged('articleVote')} r
    ORDER BY r.n
    ON CONFLICT DO NOTHING`);
  await publication.run(sql`
    WITH counted AS (
      SELECT v.article_id, (count(*) FILTER (WHERE v.still_right))::int AS yes,
        (count(*) FILTER (WHERE NOT v.still_right))::int AS no
      FROM article_votes v WHERE v.community_id = ${here} GROUP BY v.article_id)
    UPDATE articles x SET still_right_count = c.yes, not_right_count = c.no FROM counted c
    WHERE x.community_id = ${here} AND x.id = c.article_id AND (x.still_right_count, x.not_right_count) <> (c.yes, c.no)`);
}
