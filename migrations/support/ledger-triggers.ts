/** The version of the published rules by which entries are written from here on; a test holds it against them. */
const RULE_VERSION = 1;

/** A mark that confirms help: its rows, what they say, and how the entry of a row is found again. */
interface Confirming {
  readonly table: string;
  readonly kind: string;
  /** Whether a row counts, in terms of `r`; marks that end without going are updated. */
  readonly counts: string;
  /** Of a row `r`, and the answer `a` or the topic `t` that it is about. */
  readonly at: string;
  readonly actor: string;
  readonly subject: string;
  readonly post: string;
  /** Finds what `subject` and the topic `t` are. */
  readonly joins: string;
  /** What else than the post leads from a row `r` to its entry `e`. */
  readonly same: string;
}

/**
 * Help is about the topic where it was given, wherever merges have taken it since. Not by `coalesce`, which is not known
 * to be leakproof: under row-level security all topics would be read.
 */
const ANSWERED = `JOIN public.answers a ON a.community_id = r.community_id AND a.id = r.answer_id
      JOIN public.topics t ON t.community_id = a.community_id AND t.id = CASE WHEN a.moved_from_id IS NULL
        THEN a.topic_id ELSE a.moved_from_id END`;

/** Who was merged into another member is that one. */
const SAME_ACTOR = `AND EXISTS (SELECT FROM public.members m WHERE m.community_id = e.community_id AND m.id = e.actor_id
        AND (m.id = r.member_id OR m.merged_into_id = r.member_id))`;

const CONFIRMING: readonly Confirming[] = [
  {
    table: 'stars',
    kind: 'STAR',
    counts: 'true',
    at: 'r.created_at',
    actor: 'r.member_id',
    subject: 'a.author_id',
    post: 'r.answer_id',
    joins: ANSWERED,
    same: SAME_ACTOR,
  },
  {
    table: 'solved_marks',
    kind: 'SOLVED',
    counts: 'true',
    at: 'r.created_at',
    actor: 'r.member_id',
    subject: 'a.author_id',
    post: 'r.answer_id',
    joins: ANSWERED,
    same: '',
  },
  {
    table: 'official_marks',
    kind: 'OFFICIAL',
    counts: '(r.ended_at IS NULL)',
    at: 'r.marked_at',
    actor: 'r.marked_by_id',
    subject: 'a.author_id',
    post: 'r.answer_id',
    joins: ANSWERED,
    same: '',
  },
  {
    table: 'topic_links',
    kind: 'DUPLICATE',
    counts: `(r.kind = 'DUPLICATE' AND r.confirmed_at IS NOT NULL AND r.linked_by_id IS NOT NULL)`,
    at: 'r.confirmed_at',
    actor: 'r.confirmed_by_id',
    subject: 'r.linked_by_id',
    post: 'r.linked_id',
    joins: 'JOIN public.topics t ON t.community_id = r.community_id AND t.id = r.topic_id',
    same: 'AND e.topic_id = r.topic_id',
  },
];

const COLUMNS = `community_id, id, kind, at, actor_id, subject_id, topic_id, post_id, product_ids, tag_ids, rule_version,
      refusal, names_id, cause`;

const of = (table: 'topic_products' | 'topic_tags', column: string): string =>
  `ARRAY (SELECT x.${column} FROM public.${table} x
        WHERE x.community_id = t.community_id AND x.topic_id = t.id ORDER BY x.${column})`;

/** The confirmations that rows stand for, but those of whom nothing is known any more. */
function confirm({ kind, counts, at, actor, subject, post, joins }: Confirming, rows: string): string {
  return `INSERT INTO public.reputation_entries (${COLUMNS})
      SELECT t.community_id, uuidv7(), '${kind}', ${at}, ${actor}, ${subject}, t.id, ${post},
        ${of('topic_products', 'product_id')}, ${of('topic_tags', 'tag_id')}, ${RULE_VERSION},
        CASE WHEN ${actor} = ${subject} OR giver.user_id = helper.user_id
            OR public.canonical_address(coalesce(gu.email, ga.email)) = public.canonical_address(coalesce(hu.email, ha.email))
            THEN 'SAME_PERSON'
          WHEN t.author_id = ${subject} THEN 'OWN_TOPIC' END, NULL, NULL
      FROM ${rows} r
      ${joins}
      JOIN public.members helper ON helper.community_id = t.community_id AND helper.id = ${subject}
      LEFT JOIN public.members giver ON giver.community_id = t.community_id AND giver.id = ${actor}
      LEFT JOIN public.users hu ON hu.id = helper.user_id
      LEFT JOIN public.users gu ON gu.id = giver.user_id
      LEFT JOIN public.member_addresses ha ON ha.community_id = helper.community_id AND ha.member_id = helper.id
      LEFT JOIN public.member_addresses ga ON ga.community_id = giver.community_id AND ga.member_id = giver.id
      WHERE ${counts} AND giver.erased_at IS NULL`;
}

/** Reverses entries `e`, each once for what the database reverses by itself. */
function reverse(entries: string, cause: string): string {
  return `INSERT INTO public.reputation_entries (${COLUMNS})
      SELECT e.community_id, uuidv7(), 'REVERSAL', now(), NULL, e.subject_id, e.topic_id, NULL, '{}', '{}', ${RULE_VERSION},
        NULL, e.id, '${cause}'
      FROM ${entries} AND NOT EXISTS (SELECT FROM public.reputation_entries x
        WHERE x.community_id = e.community_id AND x.names_id = e.id AND x.cause IS NOT NULL)`;
}

function takeBack({ kind, counts, post, same }: Confirming, rows: string): string {
  return reverse(
    `${rows} r JOIN public.reputation_entries e ON e.community_id = r.community_id AND e.post_id = ${post}
        AND e.kind = '${kind}' ${same}
      WHERE ${counts}`,
    'TAKEN_BACK',
  );
}

const KEYS: Readonly<Record<string, string>> = {
  official_marks: 'r.community_id = o.community_id AND r.id = o.id',
  topic_links: 'r.community_id = o.community_id AND r.topic_id = o.topic_id AND r.linked_id = o.linked_id',
};

/** Marks that end, or begin to count, without going or coming. */
function onUpdate(confirming: Confirming): string {
  const { table, counts } = confirming;
  const key = KEYS[table];
  if (!key) return '';
  const back = key.replaceAll('o.', 'n.');
  const before = counts.replaceAll('r.', 'n.');
  return `EXECUTE $statement$${takeBack(confirming, `(SELECT r.* FROM old_rows r JOIN new_rows n ON ${back} WHERE NOT ${before})`)}$statement$;
          EXECUTE $statement$${confirm(confirming, `(SELECT r.* FROM new_rows r JOIN old_rows n ON ${back} WHERE NOT ${before})`)}$statement$;`;
}

/** An import brings the ledger of its marks along. */
const TOLD = `(coalesce(current_setting('app.ledger_comes_along', true), '') = 'yes')`;

// Planned anew each time, for as many rows as the statement has changed: what is best for one star is not best for an
// import of a hundred thousand, and a function keeps the plan that it made for the first.
function watch(confirming: Confirming): string[] {
  const { table } = confirming;
  const updated = onUpdate(confirming);
  return [
    `CREATE FUNCTION keep_ledger_of_${table}() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF ${TOLD} THEN
          RETURN NULL;
        ELSIF TG_OP = 'INSERT' THEN
          EXECUTE $statement$${confirm(confirming, 'new_rows')}$statement$;
        ELSIF TG_OP = 'DELETE' THEN
          EXECUTE $statement$${takeBack(confirming, 'old_rows')}$statement$;
        ELSE
          ${updated || 'NULL;'}
        END IF;
        RETURN NULL;
      END $$`,
    ...[
      ['INSERT', 'NEW TABLE AS new_rows'],
      ['DELETE', 'OLD TABLE AS old_rows'],
      ...(updated ? [['UPDATE', 'OLD TABLE AS old_rows NEW TABLE AS new_rows']] : []),
    ].map(
      ([event, rows]) => `CREATE TRIGGER ${table}_ledger_${event?.toLowerCase()} AFTER ${event} ON "${table}"
        REFERENCING ${rows} FOR EACH STATEMENT EXECUTE FUNCTION keep_ledger_of_${table}()`,
    ),
  ];
}

/** Who is erased has no word any more; of who is merged into another member that one has it. */
const ERASED = `FROM new_rows n JOIN old_rows o ON o.community_id = n.community_id AND o.id = n.id
      WHERE o.erased_at IS NULL AND n.erased_at IS NOT NULL AND n.merged_into_id IS NULL`;

/**
 * Writes the ledger in the transaction of each mark that comes, ends, begins to count or goes, whoever makes it, with
 * their rights. Entries name the topic where help was given and the people as they are then.
 */
export const CREATE_LEDGER_TRIGGERS: readonly string[] = [
  `CREATE FUNCTION canonical_address(address text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN CASE WHEN lower(address) ~ '@(gmail|googlemail)\\.com$'
      THEN replace(regexp_replace(lower(address), '(\\+[^@]*)?@.*$', ''), '.', '') || '@gmail.com'
      ELSE regexp_replace(lower(address), '^([^@+]+)\\+[^@]*@', '\\1@') END`,
  ...CONFIRMING.flatMap(watch),
  `CREATE FUNCTION keep_ledger_of_members() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF NOT ${TOLD} AND EXISTS (SELECT FROM new_rows n WHERE n.erased_at IS NOT NULL AND n.merged_into_id IS NULL) THEN
        EXECUTE $statement$${reverse(
          `(SELECT n.community_id, n.id ${ERASED}) r
        JOIN public.members x ON x.community_id = r.community_id AND (x.id = r.id OR x.merged_into_id = r.id)
        JOIN public.reputation_entries e ON e.community_id = r.community_id AND e.actor_id = x.id
      WHERE e.names_id IS NULL`,
          'ERASED',
        )}$statement$;
      END IF;
      RETURN NULL;
    END $$`,
  `CREATE TRIGGER members_ledger_update AFTER UPDATE ON "members" REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
    FOR EACH STATEMENT EXECUTE FUNCTION keep_ledger_of_members()`,
];

/** What had been confirmed before there was a ledger. */
export const BACKFILL_LEDGER = `DO $backfill$
  DECLARE
    here uuid;
  BEGIN
    FOR here IN SELECT id FROM public.communities LOOP
      PERFORM set_config('app.community_id', here::text, true);
      ${CONFIRMING.map(
        (confirming) =>
          `EXECUTE $statement$${confirm(
            confirming,
            `(SELECT * FROM public.${confirming.table} WHERE community_id = current_setting('app.community_id')::uuid)`,
          )}$statement$;`,
      ).join('\n      ')}
    END LOOP;
  END $backfill$`;

/** Takes them away again. */
export const DROP_LEDGER_TRIGGERS: readonly string[] = [
  'DROP FUNCTION keep_ledger_of_members() CASCADE',
  ...CONFIRMING.map(({ table }) => `DROP FUNCTION keep_ledger_of_${table}() CASCADE`),
  'DROP FUNCTION canonical_address(text)',
];
