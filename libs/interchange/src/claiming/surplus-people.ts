import { Injectable } from '@nestjs/common';
import type { Tx } from '@app/database';
import { fewerFollowers } from '@app/community';
import sql, { raw } from 'sql-template-tag';
import type { MergePair } from './merge-pair';

/**
 * Before two members become one: sees that they have one me too and one follow at most for each thing, and do not
 * follow or vouch for themselves. The counters of topics are counted anew afterwards; those of all else are changed here.
 */
@Injectable()
export class SurplusPeople {
  async drop(tx: Tx, pair: MergePair): Promise<void> {
    await this.keepFollow(tx, pair);
    for (const table of ['me_toos', 'follows'] as const) {
      await this.dropSameHome(tx, table, pair);
      await this.sendHome(tx, table, pair);
    }
    await this.dropFollows(tx, pair);
    await this.dropVouches(tx, pair);
  }

  /** A follow that came with a me too goes with it; one that was chosen stays, whichever of the two chose it. */
  private async keepFollow(tx: Tx, { communityId, from, to }: MergePair): Promise<void> {
    await tx.rows(sql`
      UPDATE follows kept SET reason = f.reason FROM follows f
      WHERE kept.community_id = ${communityId} AND kept.member_id = ${to} AND kept.reason = 'ME_TOO'
        AND f.community_id = kept.community_id AND f.member_id = ${from} AND f.topic_id IS NOT NULL
        AND coalesce(f.moved_from_id, f.topic_id) = coalesce(kept.moved_from_id, kept.topic_id)`);
  }

  /** Rows that both were given at the same topic. */
  private async dropSameHome(
    tx: Tx,
    table: 'me_toos' | 'follows',
    { communityId, from, to }: MergePair,
  ): Promise<void> {
    await tx.rows(sql`
      DELETE FROM ${raw(table)} x WHERE x.community_id = ${communityId} AND x.member_id = ${from}
        AND x.topic_id IS NOT NULL AND EXISTS (
          SELECT FROM ${raw(table)} o WHERE o.community_id = x.community_id AND o.member_id = ${to}
            AND coalesce(o.moved_from_id, o.topic_id) = coalesce(x.moved_from_id, x.topic_id))`);
  }

  /**
   * Rows that merges of topics have brought together: one stays where the topics are now, the topic's own if it is one
   * of the two; the other one waits with the topic that it was given at, as further rows of one person do.
   */
  private async sendHome(tx: Tx, table: 'me_toos' | 'follows', { communityId, from, to }: MergePair): Promise<void> {
    await tx.rows(sql`
      WITH leaving AS (
        SELECT x.topic_id, CASE WHEN x.moved_from_id IS NULL THEN o.member_id ELSE x.member_id END AS member_id
        FROM ${raw(table)} x JOIN ${raw(table)} o ON o.community_id = x.community_id AND o.topic_id = x.topic_id
        WHERE x.community_id = ${communityId} AND x.member_id = ${from} AND o.member_id = ${to})
      UPDATE ${raw(table)} x SET topic_id = x.moved_from_id, moved_from_id = NULL FROM leaving l
      WHERE x.community_id = ${communityId} AND x.topic_id = l.topic_id AND x.member_id = l.member_id`);
  }

  private async dropFollows(tx: Tx, { communityId, from, to }: MergePair): Promise<void> {
    const theirs = sql`FROM follows o WHERE o.community_id = ${communityId} AND o.member_id = ${to} AND o.topic_id IS NULL`;
    await tx.rows(sql`
      WITH gone AS (
        DELETE FROM follows f WHERE f.community_id = ${communityId} AND (
          (f.member_id = ${from} AND f.person_id = ${to}) OR (f.member_id = ${to} AND f.person_id = ${from})
          OR (f.member_id = ${from} AND (f.tag_id IN (SELECT o.tag_id ${theirs})
            OR f.product_id IN (SELECT o.product_id ${theirs}) OR f.person_id IN (SELECT o.person_id ${theirs})))
          OR (f.person_id = ${from} AND f.member_id IN (SELECT o.member_id FROM follows o
            WHERE o.community_id = ${communityId} AND o.person_id = ${to})))
        RETURNING tag_id, product_id, person_id),
      ${fewerFollowers(communityId)} AND x.id <> ALL (${[from, to]}::uuid[])`);
  }

  /** What one said of the other, and what somebody said of both, or both of somebody. */
  private async dropVouches(tx: Tx, { communityId, from, to }: MergePair): Promise<void> {
    await tx.rows(sql`
      DELETE FROM vouches v WHERE v.community_id = ${communityId} AND (
        (v.member_id = ${from} AND v.voucher_id = ${to}) OR (v.member_id = ${to} AND v.voucher_id = ${from})
        OR (v.member_id = ${from} AND v.voucher_id IN (
          SELECT o.voucher_id FROM vouches o WHERE o.community_id = ${communityId} AND o.member_id = ${to}))
        OR (v.voucher_id = ${from} AND v.member_id IN (
          SELECT o.member_id FROM vouches o WHERE o.community_id = ${communityId} AND o.voucher_id = ${to})))`);
  }
}
