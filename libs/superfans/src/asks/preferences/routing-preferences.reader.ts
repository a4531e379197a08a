import { Injectable } from '@nestjs/common';
import type { MemberViewer } from '@app/community';
import { Reader } from '@app/database';
import sql from 'sql-template-tag';
import { DEFAULT_ASKS_A_DAY, type RoutingPreference } from './routing-preference.entity';

/** How a member wants to be asked, what they have not said filled in. */
export type RoutingPreferences = Omit<RoutingPreference, 'memberId'> & {
  /** Tags that they muted. */
  readonly mutedTagIds: string[];
};

/** Reads how the viewer wants to be asked, and nobody else. */
@Injectable()
export class RoutingPreferencesReader {
  constructor(private readonly reader: Reader) {}

  async own({ communityId, memberId }: MemberViewer): Promise<RoutingPreferences> {
    const [said, muted] = await this.reader.round<
      [Pick<RoutingPreference, 'asksADay' | 'optedOut' | 'awayUntil'>[], { id: string }[]]
    >(communityId, [
      sql`SELECT p.asks_a_day AS "asksADay", p.opted_out AS "optedOut", p.away_until AS "awayUntil"
          FROM routing_preferences p WHERE p.community_id = ${communityId} AND p.member_id = ${memberId}`,
      sql`SELECT x.tag_id AS id FROM muted_tags x JOIN tags g ON g.community_id = x.community_id AND g.id = x.tag_id
          WHERE x.community_id = ${communityId} AND x.member_id = ${memberId} ORDER BY g.name`,
    ]);
    const { asksADay = DEFAULT_ASKS_A_DAY, optedOut = false, awayUntil = null } = said[0] ?? {};
    return { communityId, asksADay, optedOut, awayUntil, mutedTagIds: muted.map(({ id }) => id) };
  }
}
