import sql from 'sql-template-tag';
import type { Publication } from '../publication';

/** Writes tags: those with records, and the names that topics and followers give. */
export async function writeTags(publication: Publication): Promise<void> {
  const { here, work } = publication;
  const staged = publication.staged('tag');
  await publication.run(sql`
    INSERT INTO tags (community_id, id, name, description, version, created_at)
    SELECT DISTINCT ON (r.name) ${here}, r.id, r.name, r.description, r.version, coalesce(r.created_at, now())
    FROM ${staged} r WHERE r.id NOT IN (SELECT id FROM ${work}changed) ORDER BY r.name, r.n
    ON CONFLICT (community_id, name) DO NOTHING`);
  await publication.run(sql`
    UPDATE tags g SET description = r.description, version = g.version + 1
    FROM ${staged} r JOIN ${work}changed c ON c.id = r.id
    WHERE g.community_id = ${here} AND g.id = r.id`);
  await publication.run(sql`
    INSERT INTO tags (community_id, id, name)
    SELECT ${here}, uuidv7(), x.name FROM (
      SELECT unnest(tags) AS name FROM ${publication.staged('topic')}
      UNION SELECT tag FROM ${publication.staged('follow')} WHERE tag IS NOT NULL
      UNION SELECT synonym_of FROM ${staged} WHERE synonym_of IS NOT NULL) x
    ON CONFLICT (community_id, name) DO NOTHING`);
  await writeSynonyms(publication);
  await publication.table(
    'tag_names',
    sql`SELECT g.name, coalesce(g.synonym_of_id, g.id) AS id FROM tags g WHERE g.community_id = ${here}`,
    'name',
  );
}

/** A synonym of a synonym stands for what that stands for, as it does where people make them. */
async function writeSynonyms(publication: Publication): Promise<void> {
  const { here } = publication;
  const staged = publication.staged('tag');
  await publication.run(sql`
    WITH RECURSIVE said AS (
      SELECT g.id, t.id AS target FROM ${staged} r
      JOIN tags g ON g.community_id = ${here} AND g.name = r.name
      JOIN tags t ON t.community_id = ${here} AND t.name = r.synonym_of
      WHERE g.synonym_of_id IS NULL AND g.id <> t.id),
    led AS (
      SELECT id, target, ARRAY[id] AS passed FROM said
      UNION ALL SELECT l.id, s.target, l.passed || s.id FROM led l JOIN said s ON s.id = l.target WHERE s.id <> ALL (l.passed)),
    final AS (
      SELECT DISTINCT ON (l.id) l.id, coalesce(t.synonym_of_id, l.target) AS target FROM led l
      JOIN tags t ON t.community_id = ${here} AND t.id = l.target
      WHERE l.target <> ALL (l.passed) AND NOT EXISTS (SELECT FROM said s WHERE s.id = l.target)
      ORDER BY l.id)
    UPDATE tags g SET synonym_of_id = f.target FROM final f
    WHERE g.community_id = ${here} AND g.id = f.id AND f.target <> g.id`);
}
