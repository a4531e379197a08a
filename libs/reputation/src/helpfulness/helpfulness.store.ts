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

/** Keeps the helpfulness of a community: all of it at once, so that whoever reads it reads one state. */
@Injectable()
export class HelpfulnessStore {
  constructor(private readonly transactor: Transactor) {}

  /** Replaces what is kept. What was made of an earlier moment than that changes nothing; false then. */
  async replace(communityId: string, source: HelpfulnessSource, rows: Iterable<HelpfulnessValues>): Promise<boolean> {
    // Read once only: a transaction may have to be tried again.
    const all = [...rows];
    return this.transactor.run(communityId, async (tx) => {
      if (!(await this.claim(tx, communityId, source))) return false;
      await tx.rows(sql`DELETE FROM helpfulness WHERE community_id = ${communityId}`);
      for (let at = 0; at < all.length; at += AT_A_TIME)
        await this.insert(tx, communityId, all.slice(at, at + AT_A_TIME));
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

  /** Members who were erased or merged away meanwhile are left out; those who stay cannot be until this is done. */
  private async insert(tx: Tx, communityId: string, rows: readonly HelpfulnessValues[]): Promise<void> {
    const column = <K extends keyof HelpfulnessValues>(key: K): HelpfulnessValues[K][] => rows.map((row) => row[key]);
    const lastAt = rows.map((row) => (row.lastAt === null ? null : new Date(row.lastAt)));
    await tx.rows(sql`
      INSERT INTO helpfulness (community_id, member_id, scope, scope_id, received, expected, thread_count, solved_count,
        people_count, last_solved_at)
      SELECT ${communityId}, r.* FROM unnest(${column('memberId')}::uuid[], ${column('scope')}::text[],
        ${column('scopeId')}::uuid[], ${column('received')}::float8[], ${column('expected')}::float8[],
        ${column('threads')}::int[], ${column('questions')}::int[], ${column('people')}::int[], ${lastAt}::timestamptz[])
        AS r (member_id, scope, scope_id, received, expected, thread_count, solved_count, people_count, last_solved_at)
      WHERE r.member_id IN (SELECT m.id FROM members m
        WHERE m.community_id = ${communityId} AND m.id = ANY (${column('memberId')}::uuid[]) AND m.erased_at IS NULL
        ORDER BY m.id FOR KEY SHARE)`);
  }
}
