import { GENERATED_COMMUNITY_ID } from '../data/generate-community';

const C = `'${GENERATED_COMMUNITY_ID}'`;
/** What words of this community begin with in the index; see libs/search/src/postgres. */
const PREFIX = GENERATED_COMMUNITY_ID.slice(-3);

/** The words that were typed, all of them, the last one as far as it was typed: as PostgreSQL looks for them. */
export function searchedFor(typed: string): string {
  const words = typed.toLowerCase().match(/[a-z]{4,}/g) ?? [];
  return words.map((word, i) => `'${PREFIX}${word}'${i === words.length - 1 ? ':*' : ''}`).join(' & ');
}

const FOUND = `WITH asked AS (SELECT to_tsquery('simple', $1) AS q),
  found AS MATERIALIZED (
    SELECT d.kind, d.id, d.topic_kind, d.status, d.resolution, d.product_ids, d.tag_ids, ts_rank(d.whole, asked.q) AS rank
    FROM search_documents d, asked
    WHERE d.community_id = ${C} AND d.kind IN ('TOPIC', 'ARTICLE') AND NOT d.removed AND d.visibility = 'PUBLIC'
      AND d.whole @@ asked.q),
  texts AS (
    SELECT b.kind, b.id, b.rank, coalesce(t.title, x.title) AS title, coalesce(t.body, x.body) AS body, t.code
    FROM (SELECT * FROM found ORDER BY rank DESC, id LIMIT 20) b
    LEFT JOIN topics t ON t.community_id = ${C} AND t.id = b.id AND b.kind = 'TOPIC'
    LEFT JOIN articles x ON x.community_id = ${C} AND x.id = b.id AND b.kind = 'ARTICLE')`;

const counts = (value: string, from = 'found'): string =>
  `(SELECT json_object_agg(value, n) FROM (SELECT ${value} AS value, count(*) AS n FROM ${from} GROUP BY 1 ORDER BY 2 DESC LIMIT 20) c WHERE value IS NOT NULL)`;

/** The full-text query that everybody writes first, over the rows that we search: all matches ranked and counted. */
export const SEARCH = `${FOUND} SELECT json_build_object(
  'total', (SELECT count(*) FROM found),
  'hits', (SELECT json_agg(json_build_object('id', id, 'code', code, 'title', title,
    'highlight', ts_headline('simple', title || ' ' || body, to_tsquery('simple', replace($1, '${PREFIX}', '')))) ORDER BY rank DESC, id) FROM texts),
  'facets', json_build_object('kinds', ${counts('topic_kind')}, 'statuses', ${counts('status')},
    'resolutions', ${counts('resolution')}, 'products', ${counts('p', 'found, unnest(product_ids) p')},
    'tags', ${counts('g', 'found, unnest(tag_ids) g')}))::text AS body`;

/** The same without highlights and counts: the five best. */
export const SUGGEST = `${FOUND} SELECT (SELECT json_agg(json_build_object('id', id, 'code', code, 'title', title))
  FROM (SELECT * FROM texts ORDER BY rank DESC, id LIMIT 5) t)::text AS body`;
