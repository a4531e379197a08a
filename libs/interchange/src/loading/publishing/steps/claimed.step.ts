import sql, { raw } from 'sql-template-tag';
import type { RecordKind } from '../../../format/interchange-record';
import { STAGED_KINDS } from '../../columns/staged-kinds';
import { RECORD_KINDS } from '../../staging-tables';
import type { Publication } from '../publication';

/** The columns that name members beside those that say so. */
const FURTHER: readonly (readonly [RecordKind, string])[] = [
  ['follow', 'person_id'],
  ['redirect', 'target_id'],
];

/** What the source tells of a member who was claimed by another one, who they were all along, is that one's. */
export async function followClaims(publication: Publication): Promise<void> {
  const { here, work } = publication;
  const claimed = await publication.table(
    'claimed',
    sql`SELECT id, merged_into_id AS by_id FROM members WHERE community_id = ${here} AND merged_into_id IS NOT NULL`,
    'id',
  );
  if (claimed === 0) return;
  const named = RECORD_KINDS.flatMap((kind) =>
    STAGED_KINDS[kind].columns.filter(({ refers }) => refers === 'member').map(({ name }) => [kind, name] as const),
  );
  for (const [kind, column] of [...named, ...FURTHER]) {
    await publication.run(sql`
      UPDATE ${publication.staged(kind)} r SET ${raw(column)} = c.by_id FROM ${work}claimed c WHERE r.${raw(column)} = c.id`);
  }
}
