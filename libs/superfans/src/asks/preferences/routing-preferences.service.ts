import { Injectable } from '@nestjs/common';
import { requirePermission, type MemberViewer, type Viewer } from '@app/community';
import { Transactor, type Tx } from '@app/database';
import { DomainError } from '@app/kernel';
import sql from 'sql-template-tag';
import { MOST_ASKS_A_DAY } from './routing-preference.entity';

/** Tags that a member may mute. */
export const MOST_MUTED_TAGS = 200;

/** What a member says about being asked; what is left out stays. */
export interface RoutingPreferencesChange {
  readonly asksADay?: number | null;
  readonly optedOut?: boolean | null;
  /** Null: they are here again. */
  readonly awayUntil?: Date | null;
  /** All tags that they mute. */
  readonly mutedTagIds?: readonly string[] | null;
}

/** Lets members say how they want to be asked. It holds for every ask that is made from then on. */
@Injectable()
export class RoutingPreferencesService {
  constructor(private readonly transactor: Transactor) {}

  /** INVALID_INPUT for more asks or tags than may be; NOT_FOUND for a tag that is not there. */
  async update(viewer: Viewer, change: RoutingPreferencesChange): Promise<void> {
    requirePermission(viewer, 'participate');
    const { asksADay, mutedTagIds } = change;
    if (asksADay !== null && asksADay !== undefined && (asksADay < 0 || asksADay > MOST_ASKS_A_DAY))
      throw DomainError.invalid(`Choose 0 to ${MOST_ASKS_A_DAY} asks a day.`);
    if (mutedTagIds && new Set(mutedTagIds).size > MOST_MUTED_TAGS)
      throw DomainError.invalid(`Mute ${MOST_MUTED_TAGS} tags at most: mute what you do not want to be asked about.`);
    await this.transactor.run(viewer.communityId, async (tx) => {
      // Whoever asks them meanwhile waits, and then goes by this.
      await tx.rows(sql`
        SELECT FROM members m WHERE m.community_id = ${viewer.communityId} AND m.id = ${viewer.memberId}
        FOR NO KEY UPDATE`);
      await this.say(tx, viewer, change);
      if (mutedTagIds) await this.mute(tx, viewer, [...new Set(mutedTagIds)]);
    });
  }

  private async say(tx: Tx, { communityId, memberId }: MemberViewer, change: RoutingPreferencesChange): Promise<void> {
    const { asksADay = null, optedOut = null, awayUntil } = change;
    const says = awayUntil !== undefined;
    await tx.rows(sql`
      INSERT INTO routing_preferences AS p (community_id, member_id, asks_a_day, opted_out, away_until)
      VALUES (${communityId}, ${memberId}, coalesce(${asksADay}::integer, 5), coalesce(${optedOut}::boolean, false),
        ${awayUntil ?? null})
      ON CONFLICT (community_id, member_id) DO UPDATE SET
        asks_a_day = coalesce(${asksADay}::integer, p.asks_a_day), opted_out = coalesce(${optedOut}::boolean, p.opted_out),
        away_until = CASE WHEN ${says}::boolean THEN excluded.away_until ELSE p.away_until END`);
  }

  private async mute(tx: Tx, { communityId, memberId }: MemberViewer, tagIds: readonly string[]): Promise<void> {
    const tags = await tx.rows(sql`
      SELECT g.id FROM tags g WHERE g.community_id = ${communityId} AND g.id = ANY (${tagIds}::uuid[]) FOR KEY SHARE`);
    if (tags.length < tagIds.length) throw DomainError.notFound('tag');
    await tx.rows(sql`
      DELETE FROM muted_tags WHERE community_id = ${communityId} AND member_id = ${memberId}
        AND tag_id <> ALL (${tagIds}::uuid[])`);
    await tx.rows(sql`
      INSERT INTO muted_tags (community_id, member_id, tag_id)
      SELECT ${communityId}, ${memberId}, id FROM unnest(${tagIds}::uuid[]) AS muted (id) ON CONFLICT DO NOTHING`);
  }
}
