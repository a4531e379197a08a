import { hardlyHelpful } from '@app/reputation';
import sql, { type Sql } from 'sql-template-tag';
import type { RoutingMoment } from '../../routing/assignment';
import { DEFAULT_ASKS_A_DAY } from './routing-preference.entity';

/** How somebody who may be asked wants to be asked. */
export interface AskableMember {
  readonly id: string;
  readonly asksADay: number;
  /** Asks that they have had today, by UTC. */
  readonly askedToday: number;
  /** Tags about which they do not want to be asked; synonyms are told as the tags that they stand for. */
  readonly mutedTagIds: string[];
}

/**
 * The {@link AskableMember}s among these: customers and champions who are here by an account of their own, neither
 * suspended, away nor opted out, and not {@link hardlyHelpful}. One statement for all.
 */
export function askableMembers(communityId: string, memberIds: readonly string[]): Sql {
  return sql`
    SELECT m.id, coalesce(p.asks_a_day, ${DEFAULT_ASKS_A_DAY}::integer) AS "asksADay", coalesce(d.asked, 0) AS "askedToday",
      ARRAY (SELECT coalesce(g.synonym_of_id, g.id) FROM muted_tags x
        JOIN tags g ON g.community_id = x.community_id AND g.id = x.tag_id
        WHERE x.community_id = m.community_id AND x.member_id = m.id) AS "mutedTagIds"
    FROM members m
    LEFT JOIN routing_preferences p ON p.community_id = m.community_id AND p.member_id = m.id
    LEFT JOIN ask_days d ON d.community_id = m.community_id AND d.member_id = m.id
      AND d.day = (now() AT TIME ZONE 'UTC')::date
    WHERE m.community_id = ${communityId} AND m.id = ANY (${memberIds}::uuid[])
      AND m.user_id IS NOT NULL AND m.erased_at IS NULL AND m.role IN ('CUSTOMER', 'CHAMPION')
      AND (m.suspended_until IS NULL OR m.suspended_until <= now())
      AND NOT coalesce(p.opted_out, false) AND (p.away_until IS NULL OR p.away_until <= now())
      AND NOT EXISTS (SELECT FROM (${hardlyHelpful(communityId)}) h WHERE h.member_id = m.id)
      AND coalesce(p.asks_a_day, ${DEFAULT_ASKS_A_DAY}::integer) > 0`;
}

/** The same as whoever decides is told of them. */
export function askablePeople(members: readonly AskableMember[]): RoutingMoment['people'] {
  return new Map(
    members.map(({ id, asksADay, askedToday, mutedTagIds }) => [
      id,
      { memberId: id, asksLeft: asksADay - askedToday, mutedTagIds: new Set(mutedTagIds) },
    ]),
  );
}
