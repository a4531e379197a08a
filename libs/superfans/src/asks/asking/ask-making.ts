import { Injectable } from '@nestjs/common';
import { EventLog, Transactor, type Tx } from '@app/database';
import { newId } from '@app/kernel';
import sql from 'sql-template-tag';
import type { AskToMake } from '../../routing/assignment';
import { askableMembers } from '../preferences/askable-members';
import { DEFAULT_ASKS_A_DAY } from '../preferences/routing-preference.entity';
import { askReasons } from './ask-reasons';
import { MOST_ASKED, MOST_FOR_ASKER } from './topic-route.entity';
import { ROUTED_DAYS, WAITS_FOR_PEOPLE } from './waiting-topics';

/** An ask that was made. */
export interface MadeAsk {
  readonly id: string;
  readonly ask: AskToMake;
}

/** The system does it: nobody is named. */
const BY_ITSELF = { memberId: null, role: null, actingUserId: null };

/**
 * Asks people about a topic. Whatever was decided on, and however many ask at the same time: nobody is asked who may
 * not be, nobody more often than they want, and of a topic no more people than may be.
 */
@Injectable()
export class AskMaking {
  constructor(
    private readonly transactor: Transactor,
    private readonly events: EventLog,
  ) {}

  /** Those of the asks about one topic that could be made. */
  make(communityId: string, topicId: string, asks: readonly AskToMake[]): Promise<MadeAsk[]> {
    return this.transactor.run(communityId, async (tx) => {
      const places = await this.places(tx, communityId, topicId);
      if (places === 0) return [];
      const members = await this.reserve(tx, communityId, topicId, asks.slice(0, places));
      const made = asks.filter(({ memberId }) => members.has(memberId)).map((ask) => ({ id: newId(), ask }));
      if (made.length > 0) await this.write(tx, communityId, topicId, made);
      return made;
    });
  }

  /** How many more may be asked; the topic and its route are locked. */
  private async places(tx: Tx, communityId: string, topicId: string): Promise<number> {
    const topic = await tx.row<{ askerId: string }>(sql`
      SELECT t.author_id AS "askerId" FROM topics t WHERE t.community_id = ${communityId} AND t.id = ${topicId} AND ${WAITS_FOR_PEOPLE} FOR SHARE`);
    if (!topic) return 0;
    const route = await tx.row<{ asked: number }>(sql`
      SELECT r.asked FROM topic_routes r
      WHERE r.community_id = ${communityId} AND r.topic_id = ${topicId} AND r.ended_at IS NULL FOR UPDATE`);
    return route ? Math.min(MOST_ASKED - route.asked, await this.left(tx, communityId, topic.askerId)) : 0;
  }

  /** How many people may still be asked today for whoever asked: nobody uses up the places of all others. */
  private async left(tx: Tx, communityId: string, askerId: string): Promise<number> {
    await tx.rows(sql`SELECT pg_advisory_xact_lock(hashtextextended('asks:' || ${askerId}, 0))`);
    const row = await tx.row<{ asked: number }>(sql`
      SELECT count(*)::integer AS asked FROM topics t
      JOIN topic_asks a ON a.community_id = t.community_id AND a.topic_id = t.id
      WHERE t.community_id = ${communityId} AND t.author_id = ${askerId}
        AND t.created_at > now() - make_interval(days => ${ROUTED_DAYS + 1})
        AND a.created_at >= date_trunc('day', now() AT TIME ZONE 'UTC') AT TIME ZONE 'UTC'`);
    return Math.max(0, MOST_FOR_ASKER - (row?.asked ?? 0));
  }

  /**
   * Takes one of today's asks of each member who may still be asked. Who changes how they want to be asked, is
   * suspended or erased has their row locked meanwhile: what holds then is what is read here.
   */
  private async reserve(
    tx: Tx,
    communityId: string,
    topicId: string,
    asks: readonly AskToMake[],
  ): Promise<ReadonlySet<string>> {
    const ids = asks.map(({ memberId }) => memberId);
    await tx.rows(sql`
      SELECT m.id FROM members m WHERE m.community_id = ${communityId} AND m.id = ANY (${ids}::uuid[])
      ORDER BY m.id FOR SHARE`);
    const reserved = await tx.rows<{ id: string }>(sql`
      INSERT INTO ask_days AS d (community_id, member_id, day, asked)
      SELECT ${communityId}, w.id, (now() AT TIME ZONE 'UTC')::date, 1
      FROM (${askableMembers(communityId, ids)}) w
      JOIN topics t ON t.community_id = ${communityId} AND t.id = ${topicId} AND t.author_id <> w.id
      WHERE NOT EXISTS (SELECT FROM topic_asks a
          WHERE a.community_id = ${communityId} AND a.topic_id = ${topicId} AND a.member_id = w.id)
        AND NOT EXISTS (SELECT FROM topic_tags g WHERE g.community_id = ${communityId} AND g.topic_id = ${topicId}
          AND g.tag_id = ANY (w."mutedTagIds"))
      ORDER BY w.id
      ON CONFLICT (community_id, member_id, day) DO UPDATE SET asked = d.asked + 1
        WHERE d.asked < coalesce((SELECT p.asks_a_day FROM routing_preferences p
          WHERE p.community_id = d.community_id AND p.member_id = d.member_id), ${DEFAULT_ASKS_A_DAY})
      RETURNING member_id AS id`);
    return new Set(reserved.map(({ id }) => id));
  }

  private async write(tx: Tx, communityId: string, topicId: string, made: readonly MadeAsk[]): Promise<void> {
    const rows = made.map(({ id, ask: { memberId, place, person, at } }) => ({
      id,
      memberId,
      place,
      reasons: askReasons(person.reasons, at),
    }));
    await tx.rows(sql`
      INSERT INTO topic_asks (community_id, id, topic_id, member_id, place, reasons, changed_at)
      SELECT ${communityId}, r.id, ${topicId}, r."memberId", r.place, r.reasons, clock_timestamp()
      FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS r (id uuid, "memberId" uuid, place text, reasons jsonb)`);
    await tx.rows(sql`
      UPDATE topic_routes SET asked = asked + ${made.length}
      WHERE community_id = ${communityId} AND topic_id = ${topicId}`);
    // How many, and not whom: events are exported.
    await this.events.append(
      tx,
      { communityId, ...BY_ITSELF },
      { type: 'topic.people_asked', subjectId: topicId, data: { people: made.length } },
    );
  }
}
