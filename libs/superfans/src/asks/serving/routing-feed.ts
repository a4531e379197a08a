import { Injectable } from '@nestjs/common';
import { Reader } from '@app/database';
import sql, { type Sql } from 'sql-template-tag';
import type { RoutingMoment } from '../../routing/assignment';
import type { PassReason } from '../../routing/routing';
import { askableMembers, askablePeople, type AskableMember } from '../preferences/askable-members';

/** Things that happened, which are read at a time. */
const PAGE = 5_000;
/** Changes of asks that are read at a time. */
const ASKS = 2_000;

/** Something was asked or said, in the order in which it happened. */
export interface FedPost {
  /** Of the event that tells of it. */
  readonly id: string;
  readonly at: Date;
  /** Null for what nobody is known to have said, or what is no longer there. */
  readonly memberId: string | null;
  readonly topicId: string | null;
  /** Null for replies. */
  readonly asked: { readonly productIds: string[]; readonly tagIds: string[]; readonly words: number } | null;
}

/** Somebody was asked, or has passed an ask on. */
export interface FedAsk {
  readonly id: string;
  readonly topicId: string;
  readonly memberId: string;
  readonly askedAt: Date;
  readonly changedAt: Date;
  readonly passReason: PassReason | null;
}

/** What has become of people and of the community as a whole. */
export interface FedState {
  /** Members who got all that others had. */
  readonly merged: readonly { readonly id: string; readonly intoId: string }[];
  /** Members who are known no longer. */
  readonly erased: readonly string[];
  /** How often anything that can be found has changed. */
  readonly revision: number;
  /** When it was last learned who answers what here, in milliseconds since 1970; null where it never was. */
  readonly learnedAt: number | null;
}

/** From where on things are read. */
export interface FeedPlace {
  /** Events behind this one, in the order of their keys, which is that of time. */
  readonly afterId: string;
  /** Not included: what is dated in the future (imports may bring such) is told when its time has come. */
  readonly beforeId: string;
  /** Asks that have changed since. */
  readonly asksSince: Date;
}

/** What was read at a time. */
export interface FeedPage {
  readonly posts: FedPost[];
  readonly asks: FedAsk[];
  readonly state: FedState;
  /** Whether there may be more, behind the last post and the last change of an ask. */
  readonly full: boolean;
}

/** Reads what the memory of a community is told: what was asked and said there, who was asked, and who is gone. */
@Injectable()
export class RoutingFeed {
  constructor(private readonly reader: Reader) {}

  /** Who of these can be asked, and how: in one statement. */
  async askable(communityId: string, memberIds: readonly string[]): Promise<RoutingMoment['people']> {
    return askablePeople(await this.reader.rows<AskableMember>(communityId, askableMembers(communityId, memberIds)));
  }

  /** The event behind which the latest so many posts come; null where there are no more than these. */
  async beforeLatest(communityId: string, posts: number): Promise<string | null> {
    const kind = (type: string): Sql => sql`(
      SELECT e.id FROM domain_events e WHERE e.community_id = ${communityId} AND e.type = ${type}
      ORDER BY e.id DESC LIMIT ${posts + 1})`;
    const event = await this.reader.row<{ id: string }>(
      communityId,
      sql`SELECT x.id FROM (${kind('topic.asked')} UNION ALL ${kind('answer.posted')} UNION ALL ${kind('comment.posted')}) x
          ORDER BY x.id DESC OFFSET ${posts} LIMIT 1`,
    );
    return event?.id ?? null;
  }

  /** One trip to the database, whatever the size of the community. */
  async read(communityId: string, { afterId, beforeId, asksSince }: FeedPlace): Promise<FeedPage> {
    const [posts, asks, merged, erased, revisions] = await this.reader.round<
      [
        FedPost[],
        FedAsk[],
        { id: string; intoId: string }[],
        { id: string }[],
        { revision: string; learnedAt: Date | null }[],
      ]
    >(communityId, [
      postsBetween(communityId, afterId, beforeId),
      sql`SELECT a.id, a.topic_id AS "topicId", a.member_id AS "memberId", a.created_at AS "askedAt",
            a.changed_at AS "changedAt", a.pass_reason AS "passReason"
          FROM topic_asks a WHERE a.community_id = ${communityId} AND a.changed_at >= ${asksSince}
          ORDER BY a.changed_at LIMIT ${ASKS}`,
      sql`SELECT m.id, m.merged_into_id AS "intoId" FROM members m
          WHERE m.community_id = ${communityId} AND m.merged_into_id IS NOT NULL`,
      sql`SELECT e.subject_id AS id FROM domain_events e
          WHERE e.community_id = ${communityId} AND e.type = 'member.erased' AND e.id > ${afterId}`,
      sql`SELECT coalesce(max(revision), 0) AS revision,
            (SELECT learned_at FROM learned_routing WHERE community_id = ${communityId}) AS "learnedAt"
          FROM search_documents WHERE community_id = ${communityId}`,
    ]);
    const state = {
      merged,
      erased: erased.map(({ id }) => id),
      revision: Number(revisions[0]?.revision ?? 0),
      learnedAt: revisions[0]?.learnedAt?.getTime() ?? null,
    };
    return { posts, asks, state, full: posts.length === PAGE || asks.length === ASKS };
  }
}

/**
 * Each kind is read in the order of its index, and topics by their keys (OFFSET 0: not all of them to be matched), so that
 * a page costs what a page costs.
 */
function postsBetween(communityId: string, afterId: string, beforeId: string): Sql {
  const kind = (type: string): Sql => sql`(
    SELECT e.id, e.subject_id, e.actor_id, e.created_at, e.type, e.data->>'topicId' AS topic_id FROM domain_events e
    WHERE e.community_id = ${communityId} AND e.type = ${type} AND e.id > ${afterId} AND e.id < ${beforeId}
    ORDER BY e.id LIMIT ${PAGE})`;
  return sql`
    SELECT e.id, e.created_at AS at, CASE e.type WHEN 'topic.asked' THEN t.author_id ELSE e.actor_id END AS "memberId",
      CASE e.type WHEN 'topic.asked' THEN t.id ELSE e.topic_id::uuid END AS "topicId",
      CASE WHEN t.id IS NOT NULL THEN json_build_object(
        'productIds', ARRAY (SELECT p.product_id FROM topic_products p
          WHERE p.community_id = t.community_id AND p.topic_id = t.id),
        'tagIds', ARRAY (SELECT g.tag_id FROM topic_tags g WHERE g.community_id = t.community_id AND g.topic_id = t.id),
        'words', 2 + length(t.title) - length(translate(t.title, E' \\n', ''))
          + length(t.body) - length(translate(t.body, E' \\n', ''))) END AS asked
    FROM (SELECT * FROM (${kind('topic.asked')} UNION ALL ${kind('answer.posted')} UNION ALL ${kind('comment.posted')}) x
      ORDER BY x.id LIMIT ${PAGE}) e
    LEFT JOIN LATERAL (SELECT * FROM topics x
      WHERE e.type = 'topic.asked' AND x.community_id = ${communityId} AND x.id = e.subject_id OFFSET 0) t ON true
    ORDER BY e.id`;
}
