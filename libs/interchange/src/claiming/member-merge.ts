import { Injectable } from '@nestjs/common';
import { FORMER_MEMBER, formerHandle, TopicTally, type MemberViewer } from '@app/community';
import type { Tx } from '@app/database';
import sql, { raw, type Sql } from 'sql-template-tag';
import { MEMBER_COLUMNS } from './member-columns';
import { sharedTopics, type MergePair } from './merge-pair';
import { SurplusMarks } from './surplus-marks';
import { SurplusPeople } from './surplus-people';

/** Rows that one statement renames. */
const ROWS_AT_A_TIME = 5_000;

/**
 * Gives all that an unclaimed member wrote and got to the member whom its person is already. What is left of it is an
 * empty former member that says into whom it was merged: a further import of the same source finds it by its key.
 */
@Injectable()
export class MemberMerge {
  constructor(
    private readonly marks: SurplusMarks,
    private readonly people: SurplusPeople,
    private readonly tally: TopicTally,
  ) {}

  /** Locks what is counted anew, in the one order of locks; both members so that nothing new names them. */
  async lock(tx: Tx, pair: MergePair): Promise<void> {
    const { communityId, from, to } = pair;
    await this.lockTopics(tx, pair);
    await tx.rows(sql`
      SELECT FROM articles x WHERE x.community_id = ${communityId} AND x.id IN (
        SELECT v.article_id FROM article_votes v WHERE v.community_id = ${communityId} AND v.member_id = ${from})
      ORDER BY x.id FOR NO KEY UPDATE`);
    await tx.rows(sql`
      SELECT FROM members m WHERE m.community_id = ${communityId} AND m.id IN (
        SELECT f.person_id FROM follows f WHERE f.community_id = ${communityId} AND f.member_id = ${from})
      ORDER BY m.id FOR NO KEY UPDATE`);
    await tx.rows(sql`
      SELECT FROM members m WHERE m.community_id = ${communityId} AND m.id = ANY (${[from, to]}::uuid[])
      ORDER BY m.id FOR UPDATE`);
  }

  /** Both have been locked, and judged to be fit for it. */
  async merge(tx: Tx, viewer: MemberViewer, pair: MergePair): Promise<void> {
    // What was posted while the members were waited for is among them now.
    const topicIds = await this.lockTopics(tx, pair);
    await this.marks.drop(tx, pair);
    await this.people.drop(tx, pair);
    await this.give(tx, pair);
    await this.count(tx, pair, topicIds);
    await this.tally.refresh(tx, viewer, topicIds);
    await this.empty(tx, pair);
  }

  private async lockTopics(tx: Tx, pair: MergePair): Promise<string[]> {
    const topics = await tx.rows<{ id: string }>(sql`
      SELECT t.id FROM topics t WHERE t.community_id = ${pair.communityId} AND t.id IN (${sharedTopics(pair)})
      ORDER BY t.id FOR NO KEY UPDATE`);
    return topics.map(({ id }) => id);
  }

  private async give(tx: Tx, { communityId, from, to }: MergePair): Promise<void> {
    for (const [place, what] of Object.entries(MEMBER_COLUMNS)) {
      if (what === 'KEEP') continue;
      const [table = '', column = ''] = place.split('.');
      const mine = sql`WHERE x.community_id = ${communityId} AND x.${raw(column)} = ${from}`;
      if (what === 'DROP') await tx.rows(sql`DELETE FROM ${raw(table)} x ${mine}`);
      else await this.rename(tx, sql`${raw(table)} x`, mine, sql`${raw(column)} = ${to}`);
    }
    await tx.rows(sql`DELETE FROM idempotency_keys WHERE community_id = ${communityId} AND member_id = ${from}`);
    await tx.rows(sql`
      UPDATE redirects SET target_id = ${to}
      WHERE community_id = ${communityId} AND target = 'MEMBER' AND target_id = ${from}`);
  }

  /** Some at a time: a superfan has more rows than one statement may take the time for. */
  private async rename(tx: Tx, table: Sql, mine: Sql, name: Sql): Promise<void> {
    let renamed: object[];
    do {
      renamed = await tx.rows<object>(sql`
        WITH part AS (SELECT x.ctid AS place FROM ${table} ${mine} LIMIT ${ROWS_AT_A_TIME} FOR NO KEY UPDATE)
        UPDATE ${table} SET ${name} FROM part WHERE x.ctid = part.place RETURNING 1 AS n`);
    } while (renamed.length > 0);
  }

  /** What is counted by rows of both, and who answers on a topic of their own now. */
  private async count(tx: Tx, { communityId, to }: MergePair, topicIds: readonly string[]): Promise<void> {
    await tx.rows(sql`
      UPDATE topics t SET
        me_too_count = t.me_too_base + (SELECT count(*) FROM me_toos m WHERE m.community_id = t.community_id AND m.topic_id = t.id),
        follower_count = (SELECT count(*) FROM follows f WHERE f.community_id = t.community_id AND f.topic_id = t.id)
      WHERE t.community_id = ${communityId} AND t.id = ANY (${topicIds}::uuid[])`);
    await tx.rows(sql`
      UPDATE answers a SET follow_up = a.author_id = t.author_id FROM topics t
      WHERE a.community_id = ${communityId} AND a.topic_id = ANY (${topicIds}::uuid[])
        AND t.community_id = a.community_id AND t.id = a.topic_id AND a.follow_up <> (a.author_id = t.author_id)`);
    await tx.rows(sql`
      UPDATE members m SET follower_count = (
        SELECT count(*) FROM follows f WHERE f.community_id = m.community_id AND f.person_id = m.id)
      WHERE m.community_id = ${communityId} AND m.id = ${to}`);
  }

  /** They have been here since the earlier of the two came; a suspension of either holds, but for an admin. */
  private async empty(tx: Tx, { communityId, from, to }: MergePair): Promise<void> {
    await tx.rows(sql`
      UPDATE members m SET created_at = least(m.created_at, f.created_at), version = m.version + 1,
        suspended_reason = CASE WHEN m.role <> 'ADMIN' AND f.suspended_until > coalesce(m.suspended_until, '-infinity')
          THEN f.suspended_reason ELSE m.suspended_reason END,
        suspended_until = CASE WHEN m.role <> 'ADMIN' THEN greatest(m.suspended_until, f.suspended_until)
          ELSE m.suspended_until END
      FROM members f WHERE m.community_id = ${communityId} AND m.id = ${to}
        AND f.community_id = m.community_id AND f.id = ${from}`);
    await tx.rows(sql`
      UPDATE members SET handle = ${formerHandle()}, display_name = ${FORMER_MEMBER}, role = 'CUSTOMER', seat = false,
        bio = '', bio_html = '', title = '', locale = NULL, suspended_until = NULL, suspended_reason = NULL,
        follower_count = 0, version = version + 1, erased_at = now(), merged_into_id = ${to}
      WHERE community_id = ${communityId} AND id = ${from}`);
  }
}
