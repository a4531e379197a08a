import { Injectable } from '@nestjs/common';
import { may, requirePermission, type Viewer } from '@app/community';
import { EventLog, Transactor, type Tx } from '@app/database';
import { DomainError } from '@app/kernel';
import sql from 'sql-template-tag';

/** For whom somebody vouches, and why. */
export interface VouchFor {
  readonly memberId: string;
  /** For colleagues; empty where nothing is said. */
  readonly note?: string | null;
}

/** Lets those who speak for the company say whose word counts. */
@Injectable()
export class VouchingService {
  constructor(
    private readonly transactor: Transactor,
    private readonly events: EventLog,
  ) {}

  /**
   * The viewer vouches for the member, whose word counts in full from the next epoch on, within minutes. A second time
   * changes nothing but the note.
   */
  async vouchFor(viewer: Viewer, { memberId, note }: VouchFor): Promise<void> {
    requirePermission(viewer, 'vouch');
    const { communityId, memberId: voucherId } = viewer;
    if (memberId === voucherId) throw DomainError.invalid('Nobody vouches for themselves: name another member.');
    await this.transactor.run(communityId, async (tx) => {
      await this.requireEligible(tx, viewer, memberId);
      const changed = await tx.row<{ fresh: boolean }>(sql`
        INSERT INTO vouches (community_id, member_id, voucher_id, note)
        VALUES (${communityId}, ${memberId}, ${voucherId}, ${note ?? ''})
        ON CONFLICT (community_id, member_id, voucher_id) DO UPDATE SET note = excluded.note
          WHERE vouches.note <> excluded.note RETURNING xmax = 0 AS fresh`);
      if (!changed?.fresh) return;
      await this.events.append(tx, viewer, { type: 'member.vouched_for', subjectId: memberId });
    });
  }

  /** The viewer vouches no longer; a lead ends the vouches of everybody. Changes nothing where there are none. */
  async withdraw(viewer: Viewer, memberId: string): Promise<void> {
    requirePermission(viewer, 'vouch');
    const { communityId, memberId: voucherId } = viewer;
    await this.transactor.run(communityId, async (tx) => {
      await this.requireMember(tx, viewer, memberId);
      const ended = await tx.rows(sql`
        DELETE FROM vouches WHERE community_id = ${communityId} AND member_id = ${memberId}
          AND (voucher_id = ${voucherId} OR ${may(viewer, 'leadPeople')}) RETURNING voucher_id`);
      if (ended.length === 0) return;
      const told = { type: 'member.vouch_withdrawn', subjectId: memberId, data: { count: ended.length } } as const;
      await this.events.append(tx, viewer, told);
    });
  }

  private async requireEligible(tx: Tx, viewer: Viewer, memberId: string): Promise<void> {
    const { role } = await this.requireMember(tx, viewer, memberId);
    if (role === 'ALUM') {
      throw DomainError.invalid('Somebody who has left the company has no say: give them another role first.');
    }
  }

  private async requireMember(tx: Tx, { communityId }: Viewer, memberId: string): Promise<{ role: string }> {
    const member = await tx.row<{ role: string; gone: boolean }>(sql`
      SELECT role, erased_at IS NOT NULL OR merged_into_id IS NOT NULL AS gone FROM members
      WHERE community_id = ${communityId} AND id = ${memberId} FOR NO KEY UPDATE`);
    if (!member) throw DomainError.notFound('member');
    if (member.gone) throw DomainError.invalid('This is a former member: nothing about them can be changed.');
    return member;
  }
}
