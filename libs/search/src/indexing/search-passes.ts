import { Injectable } from '@nestjs/common';
import type { Tx } from '@app/database';
import sql, { join, raw } from 'sql-template-tag';
import { FINDABLE } from '../documents/findable';
import { SEARCH_KINDS, type DocumentRef, type SearchKind } from '../documents/search-document';
import { compareRows, type Comparison, type StampedRow } from './compare-rows';
import type { PassTask, SearchPass } from './search-pass.entity';

/** How many rows are compared at once where most of them are the same. */
const SWEPT = 5_000;

/** How far a pass is. */
export type PassPlace = Pick<SearchPass, 'task' | 'done' | 'total'>;

/** A step of a pass. */
export interface PassStep {
  /** What has to be written; often nothing. */
  readonly refs: readonly DocumentRef[];
  readonly place: PassPlace;
}

/** Walks over everything of a community, so far for one transaction at a time. */
@Injectable()
export class SearchPasses {
  /** Sets a pass out; where there is one of this task, it goes on. */
  async begin(tx: Tx, communityId: string, task: PassTask): Promise<void> {
    await tx.rows(sql`INSERT INTO search_passes (community_id, task) VALUES (${communityId}, ${task})
      ON CONFLICT ON CONSTRAINT search_passes_pkey DO NOTHING`);
  }

  /** How far the pass of a task is; null where there is none. */
  place(tx: Tx, communityId: string, task: PassTask): Promise<PassPlace | null> {
    return tx.row<PassPlace>(sql`
      SELECT task, done, total FROM search_passes WHERE community_id = ${communityId} AND task = ${task}`);
  }

  /** Goes on by up to `limit` things that have to be written; null where no pass is under way. Under the community's lock. */
  async step(tx: Tx, communityId: string, limit: number): Promise<PassStep | null> {
    const pass = await tx.row<Omit<SearchPass, 'createdAt'>>(sql`
      SELECT community_id AS "communityId", task, kind, after_id AS "afterId", done, total FROM search_passes
      WHERE community_id = ${communityId} ORDER BY task LIMIT 1`);
    if (!pass) return null;
    const total = pass.total ?? (await countFindable(tx, communityId));
    const found = await look(tx, pass, limit);
    const place = { task: pass.task, done: pass.done + found.seen, total };
    await move(tx, pass, found, place);
    return { refs: found.ids.map((id) => ({ kind: pass.kind, id })), place };
  }
}

async function countFindable(tx: Tx, communityId: string): Promise<number> {
  const counts = SEARCH_KINDS.map((kind) => {
    const { table, where } = FINDABLE[kind];
    return sql`(SELECT count(*) FROM ${table} x WHERE x.community_id = ${communityId} AND ${where})`;
  });
  const row = await tx.row<{ total: number }>(sql`SELECT (${join(counts, ' + ')})::integer AS total`);
  return row?.total ?? 0;
}

type Standing = Pick<SearchPass, 'communityId' | 'task' | 'kind' | 'afterId'>;

async function look(tx: Tx, { communityId, task, kind, afterId }: Standing, limit: number): Promise<Comparison> {
  const all = task === 'REINDEX';
  const window = all ? limit : SWEPT;
  const { table, where, stamp } = FINDABLE[kind];
  const [there, indexed] = await Promise.all([
    tx.rows<StampedRow>(sql`SELECT x.id, ${all ? raw(`''`) : stamp} AS stamp FROM ${table} x
      WHERE x.community_id = ${communityId} AND x.id > ${afterId} AND ${where} ORDER BY x.id LIMIT ${window}`),
    tx.rows<StampedRow>(sql`SELECT id, stamp FROM search_documents
      WHERE community_id = ${communityId} AND kind = ${kind} AND id > ${afterId} AND NOT removed
      ORDER BY id LIMIT ${window}`),
  ]);
  return compareRows(there, indexed, { window, limit, all });
}

async function move(tx: Tx, pass: Standing, { end }: Comparison, { done, total }: PassPlace): Promise<void> {
  const kind: SearchKind | undefined = end === null ? SEARCH_KINDS[SEARCH_KINDS.indexOf(pass.kind) + 1] : pass.kind;
  const which = sql`WHERE community_id = ${pass.communityId} AND task = ${pass.task}`;
  if (!kind) {
    // What has just been written need not be compared as well.
    await tx.rows(sql`DELETE FROM search_passes WHERE community_id = ${pass.communityId} AND task >= ${pass.task}`);
    return;
  }
  await tx.rows(sql`UPDATE search_passes SET kind = ${kind}, done = ${done}, total = ${total},
      after_id = ${end ?? '00000000-0000-0000-0000-000000000000'} ${which}`);
}
