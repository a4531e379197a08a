import { Injectable } from '@nestjs/common';
import { Transactor, type Tx } from '@app/database';
import sql from 'sql-template-tag';
import type { HelpfulnessValues } from './helpfulness-rows';

/** Rows that one statement writes. */
const AT_A_TIME = 5_000;

/** Of what helpfulness was made. */
export interface HelpfulnessSource {
  readonly epoch: number;
  /** The last line of the ledger that is in it; null where there is none. */
  readonly entryId: string | null;
  readonly asOf: Date;
}

/** An answer that solved something, and whose it is. */
export interface SolvedValues {
  readonly answerId: string;
  readonly memberId: string;
  /** Milliseconds since 1970. */
  readonly at: number;
}

/** All that is made at once. */
export interface MadeHelpfulness {
  readonly sums: readonly HelpfulnessValues[];
  readonly solved: readonly SolvedValues[];
}

/** Keeps the helpfulness of a community: all of it at once, so that whoever reads it reads one state. */
@Injectable()
export class HelpfulnessStore {
  constructor(private readonly transactor: Transactor) {}

  /** Replaces what is kept. What was made of an earlier moment than that changes nothing; false then. */
  replace(communityId: string, source: HelpfulnessSource, { sums, solved }: MadeHelpfulness): Promise<boolean> {
    return this.transactor.run(communityId, async (tx) => {
      if (!(await this.claim(tx, communityId, source))) return false;
      await tx.rows(sql`DELETE FROM helpfulness WHERE community_id = ${communityId}`);
      for (const part of parts(sums)) await this.insertSums(tx, communityId, part);
      await tx.rows(sql`DELETE FROM solved_answers WHERE community_id = ${communityId}`);
      for (const part of parts(solved)) await this.insertSolved(tx, communityId, part);
      return true;
    });
  }

  /** Its row is the lock as well. */
  private claim(tx: Tx, communityId: string, { epoch, entryId, asOf }: HelpfulnessSource): Promise<object | null> {
    return tx.row(sql`
      INSERT INTO helpfulness_states (community_id, epoch, entry_id, as_of)
      VALUES (${communityId}, ${epoch}, ${entryId}, ${asOf})
      ON CONFLICT (community_id) DO UPDATE SET epoch = excluded.epoch, entry_id = excluded.entry_id, as_of = excluded.as_of
        WHERE helpfulness_states.as_of < excluded.as_of
      RETURNING community_id`);
  }

  /** Members who were erased meanwhile are left out; those who stay cannot be until this is done. */
  private async insertSums(tx: Tx, communityId: string, rows: readonly HelpfulnessValues[]): Promise<void> {
    const column = <K extends keyof HelpfulnessValues>(key: K): HelpfulnessValues[K][] => rows.map((row) => row[key]);
    await tx.rows(sql`
      WITH present AS (
        SELECT m.id FROM members m WHERE m.community_id = ${communityId} AND m.id = ANY (${column('memberId')}::uuid[])
          AND m.erased_at IS NULL ORDER BY m.id FOR KEY SHARE)
      INSERT INTO helpfulness (community_id, member_id, scope, scope_id, received, expected, thread_count)
      SELECT ${communityId}, r.* FROM unnest(${column('memberId')}::uuid[], ${column('scope')}::text[],
          ${column('scopeId')}::uuid[], ${column('received')}::float8[], ${column('expected')}::float8[],
          ${column('threads')}::int[]) AS r (member_id, scope, scope_id, received, expected, thread_count)
        JOIN present ON present.id = r.member_id`);
  }

  private async insertSolved(tx: Tx, communityId: string, rows: readonly SolvedValues[]): Promise<void> {
    const memberIds = rows.map(({ memberId }) => memberId);
    await tx.rows(sql`
      WITH present AS (
        SELECT m.id FROM members m WHERE m.community_id = ${communityId} AND m.id = ANY (${memberIds}::uuid[])
          AND m.erased_at IS NULL ORDER BY m.id FOR KEY SHARE)
      INSERT INTO solved_answers (community_id, answer_id, member_id, solved_at)
      SELECT ${communityId}, r.* FROM unnest(${rows.map(({ answerId }) => answerId)}::uuid[], ${memberIds}::uuid[],
          ${rows.map(({ at }) => new Date(at))}::timestamptz[]) AS r (answer_id, member_id, solved_at)
        JOIN present ON present.id = r.member_id
      ON CONFLICT DO NOTHING`);
  }
}

function parts<Row>(rows: readonly Row[]): Row[][] {
  const count = Math.ceil(rows.length / AT_A_TIME);
  return Array.from({ length: count }, (_, part) => rows.slice(part * AT_A_TIME, (part + 1) * AT_A_TIME));
}
