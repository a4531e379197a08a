import sql, { raw, type Sql } from 'sql-template-tag';
import type { Publication } from '../publication';

/**
 * A ledger that comes along with all that it tells of is taken as it is: the database writes none of its own for marks
 * that come in the same import, until the transaction ends.
 */
export async function trustLedger(publication: Publication): Promise<void> {
  if (!publication.about.complete) return;
  await publication.run(sql`
    SELECT set_config('app.ledger_comes_along', 'yes', true)
    WHERE EXISTS (SELECT FROM ${publication.staged('reputation')})`);
}

/** Writes the lines of a ledger that are not there yet. */
export async function writeLedger(publication: Publication): Promise<void> {
  const { here } = publication;
  const staged = publication.staged('reputation');
  for (const [column, table] of NAMED) {
    await publication.reject('reputation', noRow(publication, column, table), `${column} names what is not there`);
  }
  await publication.reject(
    'reputation',
    sql`r.names_id IS NOT NULL AND NOT EXISTS (SELECT FROM ${staged} e WHERE e.id = r.names_id)
      AND NOT EXISTS (SELECT FROM reputation_entries e WHERE e.community_id = ${here} AND e.id = r.names_id)`,
    'names a line that is not there',
  );
  await publication.counted(
    'reputation',
    sql`INSERT INTO reputation_entries (community_id, id, kind, at, actor_id, subject_id, topic_id, post_id, product_ids,
        tag_ids, rule_version, refusal, names_id, cause, note)
      SELECT ${here}, r.id, r.entry, r.at, r.actor_id, r.subject_id, r.topic_id, r.post_id, r.product_ids, r.tag_ids,
        r.rule_version, r.refusal, r.names_id, r.cause, r.note
      FROM ${staged} r ORDER BY r.n ON CONFLICT DO NOTHING`,
  );
}

const NAMED = [
  ['actor_id', 'members'],
  ['subject_id', 'members'],
  ['topic_id', 'topics'],
] as const;

function noRow({ here }: Publication, column: string, table: string): Sql {
  const id = raw(`r.${column}`);
  return sql`${id} IS NOT NULL AND NOT EXISTS (SELECT FROM ${raw(table)} x WHERE x.community_id = ${here} AND x.id = ${id})`;
}
