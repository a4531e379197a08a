import { Injectable } from '@nestjs/common';
import type { Tx } from '@app/database';
import sql from 'sql-template-tag';
import type { MergePair } from './merge-pair';

/** Before two members become one: takes away the marks that one person cannot have. */
@Injectable()
export class SurplusMarks {
  async drop(tx: Tx, pair: MergePair): Promise<void> {
    await this.stars(tx, pair);
    await this.flags(tx, pair);
  }

  /** Stars of one of the two for an answer of either, and the second one of both for the same answer. */
  private async stars(tx: Tx, { communityId, from, to }: MergePair): Promise<void> {
    const both = [from, to];
    await tx.rows(sql`
      WITH gone AS (
        DELETE FROM stars s USING answers a
        WHERE s.community_id = ${communityId} AND s.member_id = ANY (${both}::uuid[])
          AND a.community_id = s.community_id AND a.id = s.answer_id
          AND (a.author_id = ANY (${both}::uuid[]) OR (s.member_id = ${from} AND EXISTS (
            SELECT FROM stars o WHERE o.community_id = s.community_id AND o.answer_id = s.answer_id AND o.member_id = ${to})))
        RETURNING s.answer_id, s.trusted),
      fewer AS (SELECT answer_id, count(*)::int AS n, (count(*) FILTER (WHERE trusted))::int AS trusted FROM gone GROUP BY answer_id)
      UPDATE answers a SET star_count = a.star_count - f.n, trusted_star_count = a.trusted_star_count - f.trusted
      FROM fewer f WHERE a.community_id = ${communityId} AND a.id = f.answer_id`);
  }

  /** Open flags of both on the same post. */
  private async flags(tx: Tx, { communityId, from, to }: MergePair): Promise<void> {
    await tx.rows(sql`
      DELETE FROM flags f WHERE f.community_id = ${communityId} AND f.member_id = ${from} AND f.settled_at IS NULL
        AND EXISTS (SELECT FROM flags o WHERE o.community_id = f.community_id AND o.member_id = ${to}
          AND o.settled_at IS NULL
          AND (o.topic_id = f.topic_id OR o.answer_id = f.answer_id OR o.comment_id = f.comment_id))`);
  }
}
