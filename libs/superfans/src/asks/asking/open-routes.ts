import { Injectable } from '@nestjs/common';
import { EventLog, Reader, Transactor, type Tx } from '@app/database';
import sql, { type Sql } from 'sql-template-tag';
import type { PeerWindow } from '../escalation/peer-windows';
import { askableMembers, type AskableMember } from '../preferences/askable-members';
import { RoutingJobs } from './routing-jobs';
import { MOST_ASKED } from './topic-route.entity';
import { MAY_BE_ROUTED, WAITS_FOR_PEOPLE } from './waiting-topics';

/** Topics that are thought about at a time: the latest. */
const MOST_OPEN = 200;

/**
 * Whether one more may be asked about the topic of the route under the alias `r`: its time has come, staff were not told yet,
 * and nobody is left of whom something can be expected. That is who was asked lately, has accepted (for twice as long), or
 * has put it off until a moment before staff are told.
 */
const IS_DUE: Sql = sql`(r.rounds > 0 AND r.again_at <= now() AND r.escalated_at IS NULL AND r.asked < ${MOST_ASKED}
  AND NOT EXISTS (SELECT FROM topic_asks a WHERE a.community_id = r.community_id AND a.topic_id = r.topic_id
    AND a.decision IS DISTINCT FROM 'PASSED' AND CASE
      WHEN a.snoozed_until IS NOT NULL THEN a.snoozed_until < r.escalates_at
        AND a.snoozed_until + make_interval(secs => r.reaction_seconds) > now()
      WHEN a.decision = 'ACCEPTED' THEN a.decided_at + make_interval(secs => 2 * r.reaction_seconds) > now()
      ELSE a.created_at + make_interval(secs => r.reaction_seconds) > now() END))`;

/** A topic that waits, and whom it was asked of. */
export interface OpenRoute {
  readonly topicId: string;
  readonly askerId: string;
  readonly title: string;
  readonly body: string;
  readonly createdAt: Date;
  readonly productIds: string[];
  readonly tagIds: string[];
  readonly rounds: number;
  /** Nobody has said anything for as long as people take who was asked, if anybody was: one more may be asked. */
  readonly isDue: boolean;
  readonly asked: { readonly memberId: string; readonly at: number }[];
}

/** What a round starts from. */
export interface RoundStart {
  readonly open: OpenRoute[];
  readonly people: AskableMember[];
}

/** Keeps which topics wait for people: from when they were asked until nobody needs to be found any more. */
@Injectable()
export class OpenRoutes {
  constructor(
    private readonly transactor: Transactor,
    private readonly reader: Reader,
    private readonly events: EventLog,
    private readonly jobs: RoutingJobs,
  ) {}

  /** The products of a topic that may be routed and is not yet; null where it may not be, or is. */
  async productsOf(communityId: string, topicId: string): Promise<string[] | null> {
    const topic = await this.reader.row<{ productIds: string[] }>(
      communityId,
      sql`SELECT ARRAY (SELECT p.product_id FROM topic_products p
            WHERE p.community_id = t.community_id AND p.topic_id = t.id) AS "productIds"
          FROM topics t WHERE t.community_id = ${communityId} AND t.id = ${topicId} AND ${MAY_BE_ROUTED}
            AND NOT EXISTS (SELECT FROM topic_routes r WHERE r.community_id = t.community_id AND r.topic_id = t.id
              AND r.ended_at IS NULL)`,
    );
    return topic?.productIds ?? null;
  }

  /** People are looked for; again, where the topic had been answered in between and the answer is gone. */
  async begin(communityId: string, topicId: string, { seconds, answers, reactionSeconds }: PeerWindow): Promise<void> {
    await this.transactor.run(communityId, (tx) =>
      tx.rows(sql`
        INSERT INTO topic_routes AS r
          (community_id, topic_id, peer_window_seconds, peer_window_answers, reaction_seconds, escalates_at, created_at)
        SELECT t.community_id, t.id, ${seconds}, ${answers}, ${reactionSeconds}, t.created_at + make_interval(secs => ${seconds}),
          t.created_at
        FROM topics t WHERE t.community_id = ${communityId} AND t.id = ${topicId} AND ${MAY_BE_ROUTED}
        ON CONFLICT (community_id, topic_id) DO UPDATE SET ended_at = NULL, rounds = 0 WHERE r.ended_at IS NOT NULL`),
    );
  }

  /** Tells staff of what has waited for members long enough, and ends what needs nobody any more. */
  async sort(communityId: string): Promise<void> {
    await this.transactor.run(communityId, async (tx) => {
      const late = await this.escalate(tx, communityId);
      await tx.rows(sql`
        UPDATE topic_routes r SET ended_at = now() FROM (
          SELECT o.topic_id FROM topic_routes o JOIN topics t ON t.community_id = o.community_id AND t.id = o.topic_id
          WHERE o.community_id = ${communityId} AND o.ended_at IS NULL AND NOT (${MAY_BE_ROUTED})
          ORDER BY o.topic_id FOR UPDATE OF o) over
        WHERE r.community_id = ${communityId} AND r.topic_id = over.topic_id`);
      if (late.length > 0)
        await this.events.append(
          tx,
          { communityId, memberId: null, role: null, actingUserId: null },
          ...late.map(({ topicId, waited }) => ({
            type: 'topic.escalated' as const,
            subjectId: topicId,
            data: { waitedSeconds: waited },
          })),
        );
    });
  }

  /** Open topics that wait, the latest, and how those of the members want to be asked who may be: in one trip. */
  async read(communityId: string, memberIds: readonly string[]): Promise<RoundStart> {
    const [open, people] = await this.reader.round<[OpenRoute[], AskableMember[]]>(communityId, [
      sql`SELECT t.id AS "topicId", t.author_id AS "askerId", t.title, t.body, t.created_at AS "createdAt", r.rounds,
            ${IS_DUE} AS "isDue",
            ARRAY (SELECT p.product_id FROM topic_products p
              WHERE p.community_id = t.community_id AND p.topic_id = t.id) AS "productIds",
            ARRAY (SELECT g.tag_id FROM topic_tags g
              WHERE g.community_id = t.community_id AND g.topic_id = t.id) AS "tagIds",
            (SELECT coalesce(json_agg(json_build_object('memberId', a.member_id,
                'at', (extract(epoch FROM a.created_at) * 1000)::bigint) ORDER BY a.created_at), '[]')
              FROM topic_asks a WHERE a.community_id = t.community_id AND a.topic_id = t.id) AS asked
          FROM topic_routes r JOIN topics t ON t.community_id = r.community_id AND t.id = r.topic_id
          WHERE r.community_id = ${communityId} AND r.ended_at IS NULL AND ${MAY_BE_ROUTED}
          ORDER BY r.created_at DESC, r.topic_id DESC LIMIT ${MOST_OPEN}`,
      askableMembers(communityId, memberIds),
    ]);
    return { open, people };
  }

  /**
   * These were thought about as they came, or as their time had come: again not sooner than people take to say something. All
   * that wait are looked at again at a moment.
   */
  async thoughtAbout(communityId: string, topicIds: readonly string[], again: Date): Promise<void> {
    await this.transactor.run(communityId, async (tx) => {
      if (topicIds.length > 0)
        await tx.rows(sql`
        UPDATE topic_routes r SET rounds = r.rounds + 1, again_at = now() + make_interval(secs => r.reaction_seconds) FROM (
          SELECT o.topic_id FROM topic_routes o WHERE o.community_id = ${communityId}
            AND o.topic_id = ANY (${topicIds}::uuid[]) ORDER BY o.topic_id FOR UPDATE) mine
        WHERE r.community_id = ${communityId} AND r.topic_id = mine.topic_id`);
      await this.jobs.round(tx, communityId, { key: 'time', at: again });
    });
  }

  private escalate(tx: Tx, communityId: string): Promise<{ topicId: string; waited: number }[]> {
    return tx.rows(sql`
      UPDATE topic_routes r SET escalated_at = now() FROM (
        SELECT o.topic_id FROM topic_routes o JOIN topics t ON t.community_id = o.community_id AND t.id = o.topic_id
        WHERE o.community_id = ${communityId} AND o.ended_at IS NULL AND o.escalated_at IS NULL
          AND o.escalates_at <= now() AND ${WAITS_FOR_PEOPLE}
        ORDER BY o.topic_id FOR UPDATE OF o) late
      WHERE r.community_id = ${communityId} AND r.topic_id = late.topic_id
      RETURNING r.topic_id AS "topicId", r.peer_window_seconds AS waited`);
  }
}
