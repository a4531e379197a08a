import { Injectable } from '@nestjs/common';
import { requirePermission, type MemberViewer, type Viewer } from '@app/community';
import { Transactor, type Tx } from '@app/database';
import { DomainError } from '@app/kernel';
import sql from 'sql-template-tag';
import type { PassReason } from '../../routing/routing';
import { RoutingJobs } from '../asking/routing-jobs';
import { FROM_ASKS, OWN_ASK, type OwnAsk } from './own-ask';

/** Days for which an ask may be put off. */
export const SNOOZE_DAYS = 7;

const DAY_MS = 86_400_000;

/**
 * Takes what members say to what they were asked: to their own asks only, and while those wait. No event tells of it:
 * events are exported, and what somebody said to an ask is theirs alone.
 */
@Injectable()
export class AskDecidingService {
  constructor(
    private readonly transactor: Transactor,
    private readonly jobs: RoutingJobs,
  ) {}

  /** They will answer. A second time changes nothing. */
  async accept(viewer: Viewer, askId: string): Promise<void> {
    await this.change(viewer, askId, async (tx, ask) => {
      if (ask.decision === 'ACCEPTED' && !ask.snoozedUntil) return;
      await this.set(
        tx,
        ask,
        sql`decision = 'ACCEPTED', decided_at = coalesce(decided_at, now()), snoozed_until = NULL`,
      );
    });
  }

  /** They will not: the router learns of it, and may ask somebody else. For good; saying the same again changes nothing. */
  async pass(viewer: Viewer, askId: string, reason: PassReason): Promise<void> {
    requirePermission(viewer, 'participate');
    await this.transactor.run(viewer.communityId, async (tx) => {
      const ask = await this.lock(tx, viewer, askId);
      if (ask.state === 'PASSED' && ask.passReason === reason) return;
      requireWaiting(ask);
      await this.set(
        tx,
        ask,
        sql`decision = 'PASSED', decided_at = now(), pass_reason = ${reason}, snoozed_until = NULL`,
      );
      // Who might be asked instead need not wait for anything.
      await tx.rows(sql`
        UPDATE topic_routes SET again_at = now()
        WHERE community_id = ${viewer.communityId} AND topic_id = ${ask.topicId} AND ended_at IS NULL`);
      await this.jobs.round(tx, viewer.communityId, { key: 'reply', at: new Date() });
    });
  }

  /** They want to see it again later, within {@link SNOOZE_DAYS} days. */
  async snooze(viewer: Viewer, askId: string, until: Date): Promise<void> {
    const away = until.getTime() - Date.now();
    if (away <= 0 || away > SNOOZE_DAYS * DAY_MS)
      throw DomainError.invalid(`Choose a moment within the next ${SNOOZE_DAYS} days.`);
    await this.change(viewer, askId, (tx, ask) => this.set(tx, ask, sql`snoozed_until = ${until}`));
  }

  private async change(viewer: Viewer, askId: string, work: (tx: Tx, ask: OwnAsk) => Promise<void>): Promise<void> {
    requirePermission(viewer, 'participate');
    await this.transactor.run(viewer.communityId, async (tx) => {
      const ask = await this.lock(tx, viewer, askId);
      requireWaiting(ask);
      await work(tx, ask);
    });
  }

  private async lock(tx: Tx, { communityId, memberId }: MemberViewer, askId: string): Promise<OwnAsk> {
    const ask = await tx.row<OwnAsk>(sql`
      SELECT ${OWN_ASK} FROM ${FROM_ASKS}
      WHERE a.community_id = ${communityId} AND a.id = ${askId} AND a.member_id = ${memberId} FOR UPDATE OF a`);
    if (!ask) throw DomainError.notFound('ask');
    return ask;
  }

  private async set(tx: Tx, { communityId, id }: OwnAsk, change: ReturnType<typeof sql>): Promise<void> {
    await tx.rows(sql`
      UPDATE topic_asks SET ${change}, changed_at = clock_timestamp() WHERE community_id = ${communityId} AND id = ${id}`);
  }
}

function requireWaiting({ state }: OwnAsk): void {
  if (state === 'PASSED')
    throw new DomainError('ALREADY_DECIDED', 'You have passed this on: it is no longer asked of you.');
  if (state === 'ANSWERED') throw new DomainError('ALREADY_DECIDED', 'You have answered this: nothing is left to say.');
  if (state === 'ENDED') throw new DomainError('ALREADY_DECIDED', 'This no longer waits for an answer: leave it.');
}
