/**
 * How the restricted role searches. Full text and trigram operators are not leakproof: under row-level security they are
 * applied to rows one by one, and no index on words is used. So these functions run with the rights of the owner, whom
 * the tables of search let pass, and look at the community in scope only. They give counts and keys, never texts.
 */
const PRELUDE = `LANGUAGE plpgsql STABLE SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp SET plan_cache_mode = force_custom_plan SET enable_seqscan = off SET jit = off
  SET max_parallel_workers_per_gather = 0`;

/** Short words with a typo share few trigrams. It holds until the transaction ends: only who owns a server may say more. */
const LIKE_ENOUGH = `PERFORM set_config('pg_trgm.similarity_threshold', '0.2', true);`;

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
          AND w.count > 0 ORDER BY w.count DESC, w.word LIMIT 16;
    END IF;
    common := 5 + least(500, (SELECT coalesce(sum(w.count), 0) FROM search_words w
      WHERE w.community_id = scope AND w.space = 'BAND' AND w.word = ANY ('{#TOPIC,#ARTICLE}')) / 100);
    ${LIKE_ENOUGH}
    -- What is mistyped often has many mistyped neighbours: only what is much more frequent may have been meant.
    RETURN QUERY SELECT 'ALIKE', x.word, n.word, n.count, NULL::text[] FROM unnest(doubtful) AS x (word)
      LEFT JOIN search_words k ON k.community_id = scope AND k.space = 'TEXT' AND k.word = x.word
      CROSS JOIN LATERAL (SELECT w.word, w.count FROM search_words w
        WHERE w.community_id::text || w.space = scope || 'TEXT' AND w.word % x.word
          AND w.count >= greatest(1, 5 * coalesce(k.count, 0))
        ORDER BY similarity(w.word, x.word) DESC, w.count DESC, w.word LIMIT 24) n
      WHERE coalesce(k.count, 0) <= common;
    IF called <> '' THEN
      RETURN QUERY SELECT 'NAMES', '', '', 0, d.names FROM search_documents d WHERE ${OURS} AND d.whole @@ called::tsquery;
    END IF;
  END $$`;

/**
 * Rows that match one query, as many as are looked at at all, with a key that orders them by what a small row tells: the
 * level, how well the title fits, how the document stands.
 */
const MATCHES = `(SELECT d.ctid AS place, %1$s AS level, ((8 - %1$s)::bigint << 48)
    + ((ts_rank(d.title, $6) * 10000)::bigint << 24) + d.standing AS key, d.topic_kind, d.status, d.resolution, d.product_ids,
    d.tag_ids
  FROM search_documents d WHERE (d.community_id = $1) IS TRUE AND d.whole @@ %2$L::tsquery
    AND ($2 OR d.visibility = 'PUBLIC' OR d.author_id = $3) LIMIT 10000)`;

function counted(values: string): string {
  return `(SELECT coalesce(jsonb_agg(jsonb_build_object('value', x.value, 'count', x.n) ORDER BY x.n DESC, x.value), '[]')
    FROM (SELECT v.value, sum(v.n) AS n FROM (${values}) v WHERE v.value IS NOT NULL GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT 100) x)`;
}

const FACETS = `jsonb_build_object('topicKinds', ${counted('SELECT k.topic_kind AS value, k.n FROM kinds k')},
  'statuses', ${counted('SELECT k.status AS value, k.n FROM kinds k')},
  'resolutions', ${counted('SELECT k.resolution AS value, k.n FROM kinds k')},
  'productIds', ${counted('SELECT unnest(f.product_ids) AS value, 1 AS n FROM found f')},
  'tagIds', ${counted('SELECT unnest(f.tag_ids) AS value, 1 AS n FROM found f')})`;

/**
 * All matches are counted and ordered by their keys; the words of the best of them are then read in full. First comes who
 * has more of the words, then who has them as typed. Relevance is where the words stand (title, official answer, solving
 * answer, text, elsewhere), how near each other, and how many of them the title has; it is rounded, so that what is solved
 * comes first among equals.
 */
const RANKED = `, first AS MATERIALIZED (
    SELECT f.*, row_number() OVER () AS nr FROM (
      SELECT f.place, f.level FROM found f ORDER BY f.key DESC, f.place LIMIT greatest(300, $8 + $9)) f),
  read AS MATERIALIZED (
    SELECT f.nr, f.level, d.kind, d.id, d.standing, d.demand, d.last_activity_at, d.title, d.whole || ''::tsvector AS whole
    FROM first f JOIN search_documents d ON d.ctid = f.place WHERE f.nr <= 300),
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
    SELECT f.kind, f.id, row_number() OVER (ORDER BY f.matched DESC, f.as_typed DESC, round(f.relevance * 20) DESC,
      f.standing >> 22 DESC, f.demand DESC, f.last_activity_at DESC, f.id) AS nr FROM weighed f
    UNION ALL
    SELECT d.kind, d.id, f.nr FROM first f JOIN search_documents d ON d.ctid = f.place WHERE f.nr > 300),
  kinds AS (SELECT f.topic_kind, f.status, f.resolution, count(*) AS n FROM found f GROUP BY 1, 2, 3)
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
    ${LIKE_ENOUGH}
    RETURN QUERY SELECT x.word, n.word, n.count FROM unnest(typed) AS x (word)
      CROSS JOIN LATERAL (SELECT w.word, w.count FROM search_words w
        WHERE w.community_id::text || w.space = scope || of_kind AND w.word % x.word AND w.count > 0
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
