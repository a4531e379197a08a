import { Injectable } from '@nestjs/common';
import type { Tx } from '@app/database';
import sql, { raw } from 'sql-template-tag';
import type { MergeTree } from './merge-tree';

/** Tables with a row per member and topic. */
type PeopleTable = 'me_toos' | 'follows';

/** A row on its way; `home` is the topic that it was given to. */
interface Move {
  readonly memberId: string;
  readonly from: string;
  readonly to: string;
  readonly home: string;
}

/** The topics that a change of merges takes apart or brings together. */
export interface Regrouping {
  readonly communityId: string;
  /** What there is afterwards; what leaves comes before what it leaves. */
  readonly trees: readonly MergeTree[];
  /** The topics that were merged into none before. */
  readonly formerRoots: readonly string[];
}

/**
 * Puts me-toos and follows where they count. Each member has at most one row with a tree's root: the root's own,
 * else the one that stands there already, else the oldest; further ones wait with the topics they were given to.
 * Nothing is made or lost, so that undoing all merges brings every row home. Members who took theirs back at the
 * root are left alone: what they have elsewhere waits.
 */
@Injectable()
export class MergedPeople {
  /** How many rows moved. */
  async place(tx: Tx, table: PeopleTable, regrouping: Regrouping): Promise<number> {
    const moves = await this.moves(tx, table, regrouping);
    // One row leaves a place before the next one comes to it: home first, then from root to root.
    const places = [null, ...regrouping.trees.map(({ rootId }) => rootId)];
    for (const place of places) {
      const going = moves.filter(({ to, home }) => (to === home ? place === null : place === to));
      await this.move(tx, table, regrouping.communityId, going);
    }
    return moves.length;
  }

  private moves(tx: Tx, name: PeopleTable, { communityId, trees, formerRoots }: Regrouping): Promise<Move[]> {
    const table = raw(name);
    const nodes = trees.flatMap(({ rootId, topicIds }) => topicIds.map((topicId) => ({ topicId, rootId })));
    const topicIds = nodes.map(({ topicId }) => topicId);
    return tx.rows<Move>(sql`
      WITH node AS (
        SELECT * FROM unnest(${topicIds}::uuid[], ${nodes.map(({ rootId }) => rootId)}::uuid[]) AS n (topic_id, root_id)),
      present AS (
        SELECT DISTINCT member_id FROM ${table} WHERE community_id = ${communityId} AND topic_id = ANY (${formerRoots}::uuid[])),
      ranked AS (
        SELECT x.member_id, x.topic_id, n.topic_id AS home_id, n.root_id,
          row_number() OVER (PARTITION BY n.root_id, x.member_id
            ORDER BY n.topic_id <> n.root_id, x.topic_id <> n.root_id, x.created_at, n.topic_id) AS rank
        FROM ${table} x
        JOIN present p ON p.member_id = x.member_id
        JOIN node n ON n.topic_id = coalesce(x.moved_from_id, x.topic_id)
        WHERE x.community_id = ${communityId} AND x.topic_id = ANY (${topicIds}::uuid[])),
      placed AS (
        SELECT member_id, topic_id, home_id, CASE WHEN rank = 1 THEN root_id ELSE home_id END AS to_id FROM ranked)
      SELECT member_id AS "memberId", topic_id AS "from", to_id AS "to", home_id AS home
      FROM placed WHERE topic_id <> to_id`);
  }

  private async move(tx: Tx, table: PeopleTable, communityId: string, moves: readonly Move[]): Promise<void> {
    if (moves.length === 0) return;
    const column = (key: keyof Move): string[] => moves.map((move) => move[key]);
    await tx.rows(sql`
      UPDATE ${raw(table)} x SET topic_id = m.to_id, moved_from_id = nullif(m.home_id, m.to_id)
      FROM unnest(${column('memberId')}::uuid[], ${column('from')}::uuid[], ${column('to')}::uuid[], ${column('home')}::uuid[])
        AS m (member_id, from_id, to_id, home_id)
      WHERE x.community_id = ${communityId} AND x.topic_id = m.from_id AND x.member_id = m.member_id`);
  }
}
