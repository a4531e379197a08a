import { Injectable } from '@nestjs/common';
import { fewerFollowers, FORMER_MEMBER, formerHandle, formerRole, Member, requireAdmin } from '@app/community';
import { selectList, type Tx } from '@app/database';
import { DomainError } from '@app/kernel';
import sql, { raw } from 'sql-template-tag';

/** Follows that one statement ends. */
const FOLLOWS_AT_A_TIME = 1_000;
/** Tables of what concerns nobody but whom it is about: how they want to be asked, and what they were asked. */
const OWN_TABLES = [
  'ask_days',
  'helpfulness',
  'muted_tags',
  'recognitions',
  'routing_preferences',
  'solved_answers',
  'superfan_candidates',
  'topic_asks',
];

/**
 * Takes from a community all that tells who a member is, and leaves what others rely on: posts, marks, counts. Whoever
 * looks finds a former member. Runs in the transaction of whoever asks for it, in the scope of the community.
 */
@Injectable()
export class MemberErasure {
  /** The member as they were; null where they are a former member already. NOT_FOUND; LAST_ADMIN. */
  async erase(tx: Tx, communityId: string, memberId: string): Promise<Member | null> {
    const member = await this.lock(tx, communityId, memberId);
    if (member.erasedAt) return null;
    await this.endTopicFollows(tx, communityId, memberId);
    await this.endFollows(tx, communityId, memberId);
    await this.dropRows(tx, member);
    await tx.rows(sql`
      UPDATE members SET user_id = NULL, handle = ${formerHandle()}, display_name = ${FORMER_MEMBER},
        role = ${formerRole(member.role)}, seat = false, bio = '', bio_html = '', title = '', locale = NULL,
        suspended_until = NULL, suspended_reason = NULL, follower_count = 0, trust = 0, version = version + 1, erased_at = now()
      WHERE community_id = ${communityId} AND id = ${memberId}`);
    if (member.role === 'ADMIN' && member.userId) await requireAdmin(tx, communityId);
    await tx.rows(sql`SELECT forget_member(${memberId})`);
    return member;
  }

  /** The community, for its last admin; the member, so that nothing new can name them meanwhile. */
  private async lock(tx: Tx, communityId: string, memberId: string): Promise<Member> {
    await tx.rows(sql`SELECT FROM communities WHERE id = ${communityId} FOR NO KEY UPDATE`);
    const member = await tx.row<Member>(sql`
      SELECT ${selectList(Member, 'm')} FROM members m
      WHERE m.community_id = ${communityId} AND m.id = ${memberId} FOR UPDATE`);
    if (!member) throw DomainError.notFound('member');
    return member;
  }

  /** Some at a time: a superfan follows more than one statement may take the time for. */
  private async endTopicFollows(tx: Tx, communityId: string, memberId: string): Promise<void> {
    let ended: object[];
    do {
      ended = await tx.rows<object>(sql`
        WITH part AS (
          SELECT f.id, f.topic_id FROM follows f
          WHERE f.community_id = ${communityId} AND f.member_id = ${memberId} AND f.topic_id IS NOT NULL
          ORDER BY f.topic_id LIMIT ${FOLLOWS_AT_A_TIME}),
        held AS (
          SELECT t.id FROM topics t WHERE t.community_id = ${communityId} AND t.id IN (SELECT topic_id FROM part)
          ORDER BY t.id FOR NO KEY UPDATE),
        gone AS (
          DELETE FROM follows f USING part, held
          WHERE f.community_id = ${communityId} AND f.id = part.id AND held.id = part.topic_id RETURNING f.topic_id)
        UPDATE topics x SET follower_count = x.follower_count - 1
        FROM gone WHERE x.community_id = ${communityId} AND x.id = gone.topic_id RETURNING 1 AS n`);
    } while (ended.length > 0);
  }

  /** What else they follow, and who follows them; each thing is followed once. */
  private async endFollows(tx: Tx, communityId: string, memberId: string): Promise<void> {
    await tx.rows(sql`
      WITH gone AS (
        DELETE FROM follows WHERE community_id = ${communityId} AND (member_id = ${memberId} OR person_id = ${memberId})
        RETURNING tag_id, product_id, person_id),
      ${fewerFollowers(communityId)} AND x.id <> ${memberId}`);
  }

  /** What was kept for them alone, and what leads to them from outside; of those merged into them too. */
  private async dropRows(tx: Tx, { communityId, id, userId }: Member): Promise<void> {
    const selves = sql`(SELECT m.id FROM members m
      WHERE m.community_id = ${communityId} AND (m.id = ${id} OR m.merged_into_id = ${id}))`;
    await tx.rows(sql`DELETE FROM member_addresses WHERE community_id = ${communityId} AND member_id = ${id}`);
    await tx.rows(sql`DELETE FROM member_exports WHERE community_id = ${communityId} AND member_id = ${id}`);
    for (const table of OWN_TABLES) {
      await tx.rows(
        sql`DELETE FROM ${raw(table)} x WHERE x.community_id = ${communityId} AND x.member_id IN ${selves}`,
      );
    }
    await tx.rows(
      sql`UPDATE ask_attempts SET member_id = NULL WHERE community_id = ${communityId} AND member_id IN ${selves}`,
    );
    await tx.rows(sql`
      UPDATE reputation_disputes SET reason = '', note = NULL
      WHERE community_id = ${communityId} AND member_id IN ${selves}`);
    await tx.rows(sql`
      DELETE FROM idempotency_keys WHERE community_id = ${communityId} AND member_id = ANY (${[id, userId]}::uuid[])`);
    await tx.rows(sql`
      UPDATE searches SET member_id = NULL WHERE community_id = ${communityId} AND member_id IN ${selves}`);
    await tx.rows(sql`
      DELETE FROM vouches WHERE community_id = ${communityId} AND (member_id IN ${selves} OR voucher_id IN ${selves})`);
    await tx.rows(sql`
      DELETE FROM redirects WHERE community_id = ${communityId} AND target = 'MEMBER' AND target_id IN ${selves}`);
    await tx.rows(sql`
      UPDATE external_records SET external_id = NULL, digest = '' WHERE community_id = ${communityId} AND id IN ${selves}`);
  }
}
