import sql, { join } from 'sql-template-tag';
import type { RecordKind } from '../../format/interchange-record';
import type { ImportOutcome, KindOutcome, NamedCount } from '../import-outcome';
import { RECORD_KINDS } from '../staging-tables';
import type { Publication } from './publication';
import { REMEMBERED_KINDS } from './steps/verdicts.step';

interface Count {
  readonly kind: RecordKind;
  readonly count: number;
}

/** What has become of the records, and of what was no record. */
export async function outcomeOf(
  publication: Publication,
): Promise<Pick<ImportOutcome, 'kinds' | 'rejected' | 'leftOut'>> {
  const { work } = publication;
  return {
    kinds: await kindsOf(publication),
    rejected: await publication.rows<NamedCount>(sql`
      SELECT reason AS name, count(*)::int AS count FROM ${work}rejects GROUP BY reason ORDER BY count(*) DESC, reason`),
    leftOut: await publication.rows<NamedCount>(sql`
      SELECT name, count::int FROM ${work}left_out ORDER BY count DESC, name`),
  };
}

async function kindsOf(publication: Publication): Promise<ImportOutcome['kinds']> {
  const { work } = publication;
  const left = RECORD_KINDS.map(
    (kind) => sql`SELECT ${kind}::text AS kind, count(*)::int AS count FROM ${publication.staged(kind)}`,
  );
  const staged = countsBy(await publication.rows<Count>(join(left, ' UNION ALL ')));
  const judged = await publication.rows<Count & { verdict: string }>(
    sql`SELECT kind, verdict, count(*)::int AS count FROM ${work}judged GROUP BY kind, verdict`,
  );
  const judgedAs = (verdict: string): ReadonlyMap<string, number> =>
    countsBy(judged.filter((row) => row.verdict === verdict));
  const [same, changed, kept] = [judgedAs('SAME'), judgedAs('CHANGED'), judgedAs('KEPT')];
  const kinds: Partial<Record<RecordKind, KindOutcome>> = {};
  for (const kind of RECORD_KINDS.filter((name) => name !== 'community')) {
    const rows = staged.get(kind) ?? 0;
    const upsert = publication.upserts.get(kind);
    const updated = upsert?.updated ?? changed.get(kind) ?? 0;
    const added = upsert?.added ?? rows - updated;
    const unchanged = REMEMBERED_KINDS.includes(kind) ? (same.get(kind) ?? 0) : rows - added - updated;
    const outcome = { added, updated, unchanged, kept: kept.get(kind) ?? 0 };
    if (Object.values(outcome).some((count) => count > 0)) kinds[kind] = outcome;
  }
  return kinds;
}

function countsBy(rows: readonly Count[]): ReadonlyMap<string, number> {
  return new Map(rows.map(({ kind, count }) => [kind, count]));
}
