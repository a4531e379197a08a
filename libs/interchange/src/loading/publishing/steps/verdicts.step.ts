import sql, { join, raw, type Sql } from 'sql-template-tag';
import type { RecordKind } from '../../../format/interchange-record';
import { RECORD_KINDS } from '../../staging-tables';
import type { Publication } from '../publication';

/**
 * The kinds that are remembered by their id, with the tables of their rows; others are known by what they are about.
 * Rows of the first have a version, which tells whether somebody has edited them here; the others are never changed
 * by the source once they are there.
 */
const EDITED: readonly (readonly [RecordKind, readonly string[]])[] = [
  ['product', ['products']],
  ['tag', ['tags']],
  ['member', ['members']],
  ['topic', ['topics']],
  ['answer', ['answers', 'comments']],
  ['comment', ['comments']],
  ['article', ['articles']],
];
const FIXED: readonly (readonly [RecordKind, readonly string[]])[] = [
  ['mark', ['official_marks']],
  ['meToo', []],
  ['articleVote', []],
  ['follow', ['follows']],
  ['merge', ['topic_merges']],
  ['revision', ['revisions']],
  ['flag', ['flags']],
  ['moderation', ['moderation_items']],
];

/** See above. */
export const REMEMBERED_KINDS: readonly RecordKind[] = [...EDITED, ...FIXED].map(([kind]) => kind);

/** Of two records with the same id the first one is taken; but votes may come one by one. */
export async function refuseTwice(publication: Publication): Promise<void> {
  await sumVotes(publication);
  for (const kind of RECORD_KINDS) {
    const twice = sql`FROM ${publication.staged(kind)} GROUP BY id HAVING count(*) > 1`;
    await publication.reject(
      kind,
      sql`r.id IN (SELECT id ${twice}) AND r.n NOT IN (SELECT min(n) ${twice})`,
      `A second ${kind} record of the same thing: the first one was taken.`,
    );
  }
}

/** Votes for a thing on a day become one record. */
async function sumVotes(publication: Publication): Promise<void> {
  const votes = publication.staged('vote');
  await publication.run(sql`
    WITH sums AS (SELECT id, min(n) AS n, sum(up) AS up, sum(down) AS down FROM ${votes} GROUP BY id HAVING count(*) > 1),
      summed AS (DELETE FROM ${votes} r USING sums s WHERE r.id = s.id AND r.n <> s.n)
    UPDATE ${votes} r SET up = s.up, down = s.down FROM sums s WHERE r.n = s.n`);
}

/**
 * Judges what is there already: `judged` tells what becomes of it (SAME, CHANGED, KEPT). What is left alone leaves
 * staging, so that what remains is new or, where `changed` has its id, to be changed.
 */
export async function judge(publication: Publication): Promise<void> {
  const { work } = publication;
  const verdicts = [
    ...EDITED.map(([kind, tables]) => verdictsOf(publication, kind, tables, 'version')),
    ...FIXED.map(([kind, tables]) => verdictsOf(publication, kind, tables, 'NULL')),
  ];
  await publication.table('judged', join(verdicts, ' UNION ALL '));
  await publication.table('changed', sql`SELECT id, kind FROM ${work}judged WHERE verdict = 'CHANGED'`, 'id');
  for (const kind of REMEMBERED_KINDS) {
    await publication.run(sql`
      DELETE FROM ${publication.staged(kind)} r USING ${work}judged j
      WHERE j.kind = ${kind} AND j.id = r.id AND j.verdict <> 'CHANGED'`);
  }
}

function verdictsOf(publication: Publication, kind: RecordKind, tables: readonly string[], version: string): Sql {
  const { here, about } = publication;
  const rows = tables.map(
    (table) => sql`SELECT id, ${raw(version)}::integer AS version FROM ${raw(table)} WHERE community_id = ${here}`,
  );
  const nothing = sql`SELECT NULL::uuid AS id, NULL::integer AS version WHERE false`;
  return sql`
    SELECT '${raw(kind)}' AS kind, r.id, CASE
      WHEN e.digest = r.digest THEN 'SAME'
      WHEN e.external_id IS NULL OR x.version IS DISTINCT FROM e.version THEN 'KEPT'
      ELSE 'CHANGED' END AS verdict
    FROM ${publication.staged(kind)} r
    LEFT JOIN external_records e ON e.community_id = ${here} AND e.id = r.id AND e.origin = ${about.origin}
    LEFT JOIN (${rows.length > 0 ? join(rows, ' UNION ALL ') : nothing}) x ON x.id = r.id
    WHERE e.id IS NOT NULL OR x.id IS NOT NULL`;
}
