/**
 * How the restricted role searches. Full text and trigram operators are not leakproof: under row-level security they are
 * applied to rows one by one, and no index on words is used. So these functions run with the rights of the owner, whom
 * the tables of search let pass, and look at the community in scope only. They give counts and keys, never texts.
 */
const PRELUDE = `LANGUAGE plpgsql STABLE SECURITY DEFINER
  SET search_path = pg_catalog, public SET plan_cache_mode = force_custom_plan SET enable_seqscan = off
  SET pg_trgm.similarity_threshold = 0.2`;

const SCOPE = `nullif(current_setting('app.community_id', true), '')::uuid`;

/** Compared in a way that no index serves: the words narrow more than the community, and carry it themselves. */
const OURS = `(d.community_id = scope) IS TRUE`;

/** What the vocabulary says of words; see the kinds of rows. */
const VOCABULARY = `CREATE FUNCTION search_vocabulary(typed text[], doubtful text[], beginning text, filters text[], called text)
  RETURNS TABLE (role text, source text, word text, count integer, names text[]) ${PRELUDE} AS $$
  #variable_conflict use_column
  DECLARE
    scope uuid := ${SCOPE};
    common integer;
  BEGIN
    RETURN QUERY SELECT w.space, '', w.word, w.count, NULL::text[] FROM search_words w
      WHERE w.community_id = scope AND w.space = ANY ('{TEXT,TITLE}') AND w.word = ANY (typed) AND w.count > 0;
    RETURN QUERY SELECT w.space, '', w.word, w.count, NULL::text[] FROM search_words w
      WHERE w.community_id = scope AND w.space = 'BAND' AND w.count > 0
        AND ((w.word >= '#w' AND w.word < '#x') OR w.word = ANY (filters || '{#TOPIC,#ARTICLE}'));
    IF beginning IS NOT NULL THEN
      RETURN QUERY SELECT 'BEGINNING', beginning, w.word, w.count, NULL::text[] FROM search_words w
        WHERE w.community_id = scope AND w.space = 'TEXT' AND w.word >= beginning AND w.word < beginning || U&'\\+10FFFF'
          AND w.count > 0 ORDER BY w.count DESC, w.word LIMIT 24;
    END IF;
    common := 5 + (SELECT coalesce(sum(w.count), 0) FROM search_words w
      WHERE w.community_id = scope AND w.space = 'BAND' AND w.word = ANY ('{#TOPIC,#ARTICLE}')) / 500;
    RETURN QUERY SELECT 'ALIKE', x.word, n.word, n.count, NULL::text[] FROM unnest(doubtful) AS x (word)
      CROSS JOIN LATERAL (SELECT w.word, w.count FROM search_words w
        WHERE w.community_id = scope AND w.space = 'TEXT' AND w.word % x.word AND w.count > 0
        ORDER BY similarity(w.word, x.word) DESC, w.count DESC, w.word LIMIT 24) n
      WHERE NOT EXISTS (SELECT FROM search_words k
        WHERE k.community_id = scope AND k.space = 'TEXT' AND k.word = x.word AND k.count > common);
    IF called <> '' THEN
      RETURN QUERY SELECT 'NAMES', '', '', 0, d.names FROM search_documents d WHERE ${OURS} AND d.whole @@ called::tsquery;
    END IF;
  END $$`;

/** Rows that match one query, as many as are looked at at all. */
const MATCHES = `(SELECT d.ctid AS place, %s AS level, d.kind, d.id, d.topic_kind, d.status, d.resolution, d.product_ids,
    d.tag_ids, d.demand, coalesce(d.last_activity_at, d.created_at) AS at, ts_rank(d.title, $6) AS titled
  FROM search_documents d WHERE (d.community_id = $1) IS TRUE AND d.whole @@ %L::tsquery
    AND ($2 OR d.visibility = 'PUBLIC' OR d.author_id = $3) LIMIT 10000)`;

/** At the end of each order, so that it is one. */
const LAST = `(f.resolution = 'SOLVED') IS TRUE DESC, f.demand DESC, f.at DESC, f.id`;

function counted(column: string, rows = 'found f'): string {
  return `(SELECT coalesce(jsonb_agg(jsonb_build_object('value', x.value, 'count', x.n) ORDER BY x.n DESC, x.value), '[]')
    FROM (SELECT ${column} AS value, count(*) AS n FROM ${rows} WHERE ${column} IS NOT NULL GROUP BY 1
      ORDER BY 2 DESC, 1 LIMIT 100) x)`;
}

const FACETS = `jsonb_build_object('topicKinds', ${counted('f.topic_kind')}, 'statuses', ${counted('f.status')},
  'resolutions', ${counted('f.resolution')}, 'productIds', ${counted('p.id', 'found f, unnest(f.product_ids) AS p (id)')},
  'tagIds', ${counted('t.id', 'found f, unnest(f.tag_ids) AS t (id)')})`;

/**
 * All matches are counted and ordered by what small rows say; the words of the best of them are then read in full. First
 * comes who has more of the words, then who has them as typed. Relevance is where the words stand (title, official answer,
 * solving answer, text, elsewhere), how near each other, and how many of them the title has; it is rounded, so that what is
 * solved comes first among equals.
 */
const RANKED = `, first AS MATERIALIZED (
    SELECT f.*, row_number() OVER () AS nr FROM (
      SELECT f.* FROM found f ORDER BY f.level, f.titled DESC, ${LAST} LIMIT 1000) f),
  read AS MATERIALIZED (
    SELECT f.*, d.title, d.whole || ''::tsvector AS whole FROM first f JOIN search_documents d ON d.ctid = f.place
    WHERE f.nr <= 300),
  weighed AS (
    SELECT f.*,
      (SELECT count(*) FROM unnest($4) AS t (term) WHERE f.whole @@ t.term) AS matched,
      (SELECT count(*) FROM unnest($5) AS t (term) WHERE f.whole @@ t.term) AS as_typed,
      0.12 * CASE WHEN f.title @@ $7[f.level][1] THEN 5 WHEN f.whole @@ $7[f.level][2] THEN 4
        WHEN f.whole @@ $7[f.level][3] THEN 3 WHEN f.whole @@ $7[f.level][4] THEN 2 ELSE 1 END
      + 0.4 * (1 - 1 / (1 + ts_rank_cd('{1,1,1,1}', f.whole, $7[f.level][1])))
      + 0.15 * (SELECT count(*) FROM unnest($4) AS t (term) WHERE f.title @@ t.term) / greatest(1, cardinality($4))
        AS relevance
    FROM read f),
  ordered AS (
    SELECT f.kind, f.id, row_number() OVER (ORDER BY f.matched DESC,
      CASE WHEN cardinality($5) > 0 THEN f.as_typed END DESC, round(f.relevance::numeric * 20) DESC, ${LAST}) AS nr FROM weighed f
    UNION ALL SELECT f.kind, f.id, f.nr FROM first f WHERE f.nr > 300)
  SELECT jsonb_build_object('total', (SELECT count(*) FROM found), 'hits', (
    SELECT coalesce(jsonb_agg(jsonb_build_array(o.kind, o.id) ORDER BY o.nr), '[]') FROM ordered o
    WHERE o.nr > $8 AND o.nr <= $8 + $9))`;

/**
 * Finds. `bounded` are tries of which one is enough that finds a thousand: of words that half of all documents have, the
 * best and newest. `levels` are then taken one after the other, until there are twenty.
 */
const FIND = `CREATE FUNCTION search_find(bounded tsquery[], levels tsquery[], ranks tsquery[], terms tsquery[], exact tsquery[],
    anywhere tsquery, sees_all boolean, reader uuid, skipped integer, wanted integer, facets boolean)
  RETURNS jsonb ${PRELUDE} SET work_mem = '32MB' AS $$
  DECLARE
    scope uuid := ${SCOPE};
    found jsonb;
    query tsquery;
    more integer;
    total integer;
    depth integer := 1;
    ranked text := $ranked$${RANKED}$ranked$ || CASE WHEN facets THEN $facets$ || jsonb_build_object('facets', ${FACETS})$facets$
      ELSE $facets$ || '{"facets": null}'$facets$ END;
    matches text := $matches$${MATCHES}$matches$;
  BEGIN
    FOREACH query IN ARRAY bounded LOOP
      EXECUTE 'WITH found AS MATERIALIZED (' || format(matches, 1, query) || ')' || ranked
        INTO found USING scope, sees_all, reader, terms, exact, anywhere, ranks, skipped, wanted;
      IF (found->>'total')::integer >= 1000 THEN
        RETURN found || '{"complete": false}';
      END IF;
    END LOOP;
    EXECUTE 'WITH found AS MATERIALIZED (' || format(matches, 1, levels[1]) || ')' || ranked
      INTO found USING scope, sees_all, reader, terms, exact, anywhere, ranks, skipped, wanted;
    total := found->>'total';
    IF total >= 20 OR cardinality(levels) = 1 THEN
      RETURN found || '{"complete": true}';
    END IF;
    WHILE total < 20 AND depth < cardinality(levels) LOOP
      depth := depth + 1;
      EXECUTE format('SELECT count(*) FROM (%s) x', format(matches, depth, levels[depth]))
        INTO more USING scope, sees_all, reader, terms, exact, anywhere;
      total := total + more;
    END LOOP;
    EXECUTE 'WITH found AS MATERIALIZED (' || (SELECT string_agg(format(matches, l.level, l.query), ' UNION ALL ')
        FROM unnest(levels[1:depth]) WITH ORDINALITY AS l (query, level)) || ')' || ranked
      INTO found USING scope, sees_all, reader, terms, exact, anywhere, ranks, skipped, wanted;
    RETURN found || '{"complete": true}';
  END $$`;

/** Names that match one of two queries: those that somebody wants, or of all; best first. */
const NAMES = `CREATE FUNCTION search_names(of_kind text, beginnings tsquery, beginning text, wanted integer) RETURNS TABLE (id uuid)
  ${PRELUDE} AS $$
  DECLARE
    scope uuid := ${SCOPE};
  BEGIN
    RETURN QUERY SELECT m.id FROM (
        SELECT d.id, d.names, d.demand FROM search_documents d
        WHERE ${OURS} AND d.whole @@ beginnings AND d.kind = of_kind LIMIT 5000) m
      ORDER BY beginning = ANY (m.names) DESC,
        EXISTS (SELECT FROM unnest(m.names) AS n (name) WHERE starts_with(n.name, beginning)) DESC, m.demand DESC, m.names, m.id
      LIMIT wanted;
  END $$`;

/** Words of names that look like what was typed. */
const NAME_WORDS = `CREATE FUNCTION search_name_words(of_kind text, typed text[]) RETURNS TABLE (source text, word text, count integer)
  ${PRELUDE} AS $$
  DECLARE
    scope uuid := ${SCOPE};
  BEGIN
    RETURN QUERY SELECT x.word, n.word, n.count FROM unnest(typed) AS x (word)
      CROSS JOIN LATERAL (SELECT w.word, w.count FROM search_words w
        WHERE w.community_id = scope AND w.space = of_kind AND w.space IN ('TEXT', 'MEMBER', 'TAG', 'PRODUCT')
          AND w.word % x.word AND w.count > 0
        ORDER BY similarity(w.word, x.word) DESC, w.count DESC, w.word LIMIT 24) n;
  END $$`;

const SIGNATURES = [
  'search_vocabulary(text[], text[], text, text[], text)',
  'search_find(tsquery[], tsquery[], tsquery[], tsquery[], tsquery[], tsquery, boolean, uuid, integer, integer, boolean)',
  'search_names(text, tsquery, text, integer)',
  'search_name_words(text, text[])',
];

export const CREATE_SEARCH_FUNCTIONS = [
  VOCABULARY,
  FIND,
  NAMES,
  NAME_WORDS,
  ...SIGNATURES.map((signature) => `REVOKE ALL ON FUNCTION ${signature} FROM PUBLIC`),
];

/** Takes them away again. */
export const DROP_SEARCH_FUNCTIONS = SIGNATURES.map((signature) => `DROP FUNCTION ${signature}`);
