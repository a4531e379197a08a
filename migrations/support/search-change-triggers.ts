/** A table that what can be found is made of. */
interface Watched {
  readonly table: string;
  /** What has to be indexed again when one of its rows comes, changes or goes, … */
  readonly kind: string;
  /** … by the columns that name it, as they were and as they are. */
  readonly things: readonly string[];
  /** The columns that matter, cheap ones first; none for rows that are nothing but what they connect. */
  readonly columns: readonly string[];
}

const WATCHED: readonly Watched[] = [
  {
    table: 'topics',
    kind: 'TOPIC',
    things: ['id'],
    columns: [
      ...['last_activity_at', 'me_too_count', 'resolution', 'status', 'state', 'kind', 'visibility', 'archived_at'],
      ...['merged_into_id', 'author_id', 'answer_count', 'reply_count', 'version', 'locale', 'title', 'body_html'],
    ],
  },
  {
    table: 'answers',
    kind: 'TOPIC',
    things: ['topic_id'],
    columns: ['topic_id', 'state', 'official', 'solved', 'author_id', 'created_at', 'body_html'],
  },
  {
    table: 'comments',
    kind: 'TOPIC',
    things: ['topic_id'],
    columns: ['topic_id', 'answer_id', 'state', 'author_id', 'created_at', 'body_html'],
  },
  { table: 'topic_tags', kind: 'TOPIC', things: ['topic_id'], columns: [] },
  { table: 'topic_products', kind: 'TOPIC', things: ['topic_id'], columns: [] },
  {
    table: 'articles',
    kind: 'ARTICLE',
    things: ['id'],
    columns: ['state', 'version', 'locale', 'title', 'summary', 'body_html'],
  },
  { table: 'article_products', kind: 'ARTICLE', things: ['article_id'], columns: [] },
  {
    table: 'members',
    kind: 'MEMBER',
    things: ['id'],
    columns: ['erased_at', 'merged_into_id', 'suspended_until', 'handle', 'display_name'],
  },
  // A synonym is a name of the tag that it stands for.
  { table: 'tags', kind: 'TAG', things: ['id', 'synonym_of_id'], columns: ['topic_count', 'synonym_of_id', 'name'] },
  { table: 'products', kind: 'PRODUCT', things: ['id'], columns: ['name', 'slug'] },
];

/** A statement that notes things, each once, of rows from somewhere. */
function note({ kind, things }: Watched, aliases: readonly string[], from: string): string {
  const ids = [
    ...new Set(things.flatMap((column) => (column === 'id' ? 'r.id' : aliases.map((a) => `${a}.${column}`)))),
  ];
  const target = 'INSERT INTO public.search_changes (community_id, kind, id)';
  if (ids.length === 1 && ids[0] === 'r.id') return `${target} SELECT r.community_id, '${kind}', r.id FROM ${from};`;
  return `${target} SELECT DISTINCT named.community_id, '${kind}', named.id
    FROM (SELECT r.community_id, unnest(ARRAY[${ids.join(', ')}]) AS id FROM ${from}) named WHERE named.id IS NOT NULL;`;
}

/** The same of an update: only of the rows whose columns that matter have changed. */
function noteUpdate(watched: Watched): string {
  const { columns } = watched;
  if (columns.length === 0) return note(watched, ['r'], '(SELECT * FROM old_rows UNION ALL SELECT * FROM new_rows) r');
  const changed = columns.map((column) => `r.${column} IS DISTINCT FROM o.${column}`).join(' OR ');
  const both = `new_rows r JOIN old_rows o ON o.community_id = r.community_id AND o.id = r.id WHERE ${changed}`;
  return note(watched, ['r', 'o'], both);
}

// The planner does not know how many rows a statement has changed, and keeps the plan it made for the first one: without
// nested loops it is one that is fast for one row and for a hundred thousand.
function watch(watched: Watched): string[] {
  const { table } = watched;
  return [
    `CREATE FUNCTION note_search_changes_of_${table}() RETURNS trigger LANGUAGE plpgsql SET enable_nestloop = off AS $$
      BEGIN
        IF TG_OP = 'INSERT' THEN
          ${note(watched, ['r'], 'new_rows r')}
        ELSIF TG_OP = 'DELETE' THEN
          ${note(watched, ['r'], 'old_rows r')}
        ELSE
          ${noteUpdate(watched)}
        END IF;
        RETURN NULL;
      END $$`,
    ...[
      ['INSERT', 'NEW TABLE AS new_rows'],
      ['UPDATE', 'OLD TABLE AS old_rows NEW TABLE AS new_rows'],
      ['DELETE', 'OLD TABLE AS old_rows'],
    ].map(
      ([event, rows]) => `CREATE TRIGGER ${table}_search_${event?.toLowerCase()} AFTER ${event} ON "${table}"
        REFERENCING ${rows} FOR EACH STATEMENT EXECUTE FUNCTION note_search_changes_of_${table}()`,
    ),
  ];
}

/**
 * Notes in the transaction of each change, whoever makes it, what has to be indexed again. Notes are only ever added, so
 * nobody waits for anybody; the first one of a transaction brings a job along, with the rights of whoever writes.
 */
export const CREATE_SEARCH_TRIGGERS: readonly string[] = [
  `CREATE FUNCTION queue_search_changes() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      PERFORM set_config('app.search_queued', NEW.community_id::text, true);
      PERFORM public.enqueue_job('index_search', json_build_object('communityId', NEW.community_id), NULL, NULL);
      RETURN NEW;
    END $$`,
  `CREATE TRIGGER search_changes_queue BEFORE INSERT ON "search_changes" FOR EACH ROW
    WHEN (current_setting('app.search_queued', true) IS DISTINCT FROM NEW.community_id::text)
    EXECUTE FUNCTION queue_search_changes()`,
  ...WATCHED.flatMap(watch),
];

/** Takes them away again. */
export const DROP_SEARCH_TRIGGERS: readonly string[] = [
  ...WATCHED.map(({ table }) => `DROP FUNCTION note_search_changes_of_${table}() CASCADE`),
  'DROP FUNCTION queue_search_changes() CASCADE',
];
