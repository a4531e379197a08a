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
    await this.articleVotes(tx, pair);
    await this.badges(tx, pair);
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

  /** What both have said of the same article: the member's own word stands. */
  private async articleVotes(tx: Tx, { communityId, from, to }: MergePair): Promise<void> {
    await tx.rows(sql`
      WITH gone AS (
        DELETE FROM article_votes v USING article_votes o
        WHERE v.community_id = ${communityId} AND v.member_id = ${from}
          AND o.community_id = v.community_id AND o.article_id = v.article_id AND o.member_id = ${to}
        RETURNING v.article_id, v.still_right)
      UPDATE articles x SET still_right_count = x.still_right_count - gone.still_right::int,
        not_right_count = x.not_right_count - (NOT gone.still_right)::int
      FROM gone WHERE x.community_id = ${communityId} AND x.id = gone.article_id`);
  }

  /** A badge that both have. */
  private async badges(tx: Tx, { communityId, from, to }: MergePair): Promise<void> {
    await tx.rows(sql`
      DELETE FROM recognitions r USING recognitions o
      WHERE r.community_id = ${communityId} AND r.member_id = ${from} AND r.kind = 'BADGE' AND r.withdrawn_at IS NULL
        AND o.community_id = r.community_id AND o.member_id = ${to} AND o.badge = r.badge AND o.kind = 'BADGE'
        AND o.withdrawn_at IS NULL`);
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
