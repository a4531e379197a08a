import { FORMER_MEMBER as FORMER_NAME } from '@app/community';
import sql, { join, raw, type Sql } from 'sql-template-tag';
import type { MemberRecord, ProductRecord } from '../../../format/people.records';
import { FORMER_ASKER, FORMER_MEMBER } from '../../columns/post.columns';
import { STAGED_KINDS } from '../../columns/staged-kinds';
import { copyInto } from '../../copy-into';
import { fetchRows } from '../../fetch-rows';
import { stageRecord } from '../../stage-record';
import { copyStatement, RECORD_KINDS } from '../../staging-tables';
import type { Publication } from '../publication';

/** Who or what is named somewhere, and has no record. */
interface Named {
  readonly ref: string;
  readonly file: string;
  readonly line: number;
}

/**
 * Records for those whom others name and the source has none of: former members, and, where the source says so,
 * all members or products, which are made of what they are called.
 */
export async function addNamed(publication: Publication): Promise<void> {
  const community = await publication.row<{ implied: string[] }>(
    sql`SELECT implied FROM ${publication.staged('community')} ORDER BY n LIMIT 1`,
  );
  const implied = community?.implied ?? [];
  const some = implied.includes('members') ? sql`` : sql`AND x.ref IN (${FORMER_MEMBER}, ${FORMER_ASKER})`;
  await add(publication, 'member', sql`${membersNamed(publication)} ${some}`);
  if (implied.includes('products')) await add(publication, 'product', productsNamed(publication));
}

/** The names of members that no member has; `x.ref`. */
function membersNamed(publication: Publication): Sql {
  const names = RECORD_KINDS.flatMap((kind) =>
    STAGED_KINDS[kind].columns
      .filter(({ refers }) => refers === 'member')
      .map(
        ({ name }) => sql`SELECT ${raw(name)} AS id, ${raw(name.replace(/_id$/, '_ref'))} AS ref, file, line
          FROM ${publication.staged(kind)} WHERE ${raw(name)} IS NOT NULL`,
      ),
  );
  return sql`SELECT DISTINCT ON (x.ref) x.ref, x.file, x.line FROM (${join(names, ' UNION ALL ')}) x
    WHERE NOT EXISTS (SELECT FROM ${publication.staged('member')} m WHERE m.id = x.id)`;
}

function productsNamed(publication: Publication): Sql {
  const names = (['topic', 'article'] as const).map(
    (kind) => sql`SELECT p.id, p.ref, r.file, r.line FROM ${publication.staged(kind)} r,
      unnest(r.product_ids, r.product_refs) AS p (id, ref)`,
  );
  return sql`SELECT DISTINCT ON (x.ref) x.ref, x.file, x.line FROM (${join(names, ' UNION ALL ')}) x
    WHERE NOT EXISTS (SELECT FROM ${publication.staged('product')} m WHERE m.id = x.id)`;
}

async function add(publication: Publication, kind: 'member' | 'product', named: Sql): Promise<void> {
  const { client, about } = publication;
  for await (const rows of fetchRows<Named>(client, named)) {
    const lines = rows.flatMap(({ ref, file, line }) => {
      const staged = stageRecord(recordOf(kind, ref), null, { file, line }, about.origin);
      return 'fault' in staged ? [] : [staged.line];
    });
    await copyInto(client, copyStatement(about.schema, kind), lines);
  }
  await publication.run(sql`ANALYZE ${publication.staged(kind)}`);
}

/** Who is not known has gone long ago: nobody can claim them. */
function recordOf(kind: 'member' | 'product', ref: string): MemberRecord | ProductRecord {
  if (kind === 'product') return { kind, externalId: ref, name: ref };
  return ref === FORMER_MEMBER || ref === FORMER_ASKER
    ? { kind, externalId: ref, name: FORMER_NAME, handle: ref, erasedAt: '1970-01-01T00:00:00.000Z' }
    : { kind, externalId: ref, name: ref };
}
