import { Injectable } from '@nestjs/common';
import type { Tx } from '@app/database';
import sql from 'sql-template-tag';
import type { MemberViewer } from '../viewer/viewer';

/** An official mark that is current, or was until a merge suspended it. */
interface LiveMark {
  readonly id: string;
  readonly topicId: string;
  readonly suspended: boolean;
  /** Whether its answer was posted on the topic where it stands. */
  readonly own: boolean;
}

/**
 * Takes the marks of answers along, and sees that a topic has one official answer at most: where two come together
 * the target's stays and the source's is suspended, until the two part again.
 */
@Injectable()
export class MergedMarks {
  /** Whether bringing the two together suspends an official mark. */
  async collide(tx: Tx, viewer: MemberViewer, topicIds: readonly [string, string]): Promise<boolean> {
    const marks = await this.live(tx, viewer, topicIds);
    return marks.filter(({ suspended }) => !suspended).length > 1;
  }

  /** After the answers of `from` went to `to`, which keeps its official answer. */
  async join(tx: Tx, viewer: MemberViewer, from: string, to: string): Promise<void> {
    const current = (await this.live(tx, viewer, [from, to])).filter(({ suspended }) => !suspended);
    const lesser = current.length > 1 ? current.filter(({ topicId }) => topicId === from) : [];
    await this.suspend(tx, viewer, lesser);
    await this.follow(tx, viewer, from, to);
  }

  /** After answers went back from `from` to `to`: what they suspended of each other comes back. */
  async part(tx: Tx, viewer: MemberViewer, from: string, to: string): Promise<void> {
    const had = await this.hasCurrent(tx, viewer, from);
    await this.follow(tx, viewer, from, to);
    await this.settle(tx, viewer, to);
    if (had && !(await this.hasCurrent(tx, viewer, from))) await this.settle(tx, viewer, from);
  }

  /** The topic's own official answer is the one, else the current one, else the latest of those that wait. */
  private async settle(tx: Tx, viewer: MemberViewer, topicId: string): Promise<void> {
    const [first, ...others] = await this.live(tx, viewer, [topicId]);
    if (!first) return;
    const lesser = others.filter(({ suspended }) => !suspended);
    await this.suspend(tx, viewer, lesser);
    if (first.suspended) await this.resume(tx, viewer, first);
    // A later word on the same topic has taken their place for good.
    const passed = others.filter(({ own }) => own);
    await this.forget(tx, viewer, passed);
  }

  private async hasCurrent(tx: Tx, viewer: MemberViewer, topicId: string): Promise<boolean> {
    return (await this.live(tx, viewer, [topicId])).some(({ suspended }) => !suspended);
  }

  private live(tx: Tx, { communityId }: MemberViewer, topicIds: readonly string[]): Promise<LiveMark[]> {
    return tx.rows<LiveMark>(sql`
      SELECT o.id, o.topic_id AS "topicId", o.suspended, a.moved_from_id IS NULL AS own
      FROM official_marks o JOIN answers a ON a.community_id = o.community_id AND a.id = o.answer_id
      WHERE o.community_id = ${communityId} AND o.topic_id = ANY (${topicIds}::uuid[])
        AND (o.ended_at IS NULL OR (o.suspended AND a.state NOT IN ('REMOVED', 'RETRACTED') AND NOT EXISTS (
          SELECT FROM official_marks later WHERE later.community_id = o.community_id AND later.answer_id = o.answer_id
            AND later.marked_at > o.ended_at)))
      ORDER BY (a.moved_from_id IS NULL) DESC, o.suspended, o.marked_at DESC, o.id DESC`);
  }

  private async follow(tx: Tx, { communityId }: MemberViewer, from: string, to: string): Promise<void> {
    await tx.rows(sql`
      WITH solved AS (
        UPDATE solved_marks s SET topic_id = a.topic_id FROM answers a
        WHERE s.community_id = ${communityId} AND s.topic_id = ${from}
          AND a.community_id = s.community_id AND a.id = s.answer_id AND a.topic_id = ${to})
      UPDATE official_marks o SET topic_id = a.topic_id FROM answers a
      WHERE o.community_id = ${communityId} AND o.topic_id = ${from}
        AND a.community_id = o.community_id AND a.id = o.answer_id AND a.topic_id = ${to}`);
  }

  private async suspend(tx: Tx, viewer: MemberViewer, marks: readonly LiveMark[]): Promise<void> {
    if (marks.length === 0) return;
    await tx.rows(sql`
      WITH mark AS (
        UPDATE official_marks SET ended_at = now(), ended_by_id = ${viewer.memberId}, suspended = true
        WHERE community_id = ${viewer.communityId} AND id = ANY (${marks.map(({ id }) => id)}::uuid[]) RETURNING answer_id)
      UPDATE answers a SET official = false FROM mark
      WHERE a.community_id = ${viewer.communityId} AND a.id = mark.answer_id`);
  }

  private async resume(tx: Tx, { communityId }: MemberViewer, { id }: LiveMark): Promise<void> {
    await tx.rows(sql`
      WITH mark AS (
        UPDATE official_marks SET ended_at = NULL, ended_by_id = NULL, suspended = false
        WHERE community_id = ${communityId} AND id = ${id} RETURNING answer_id)
      UPDATE answers a SET official = true FROM mark WHERE a.community_id = ${communityId} AND a.id = mark.answer_id`);
  }

  private async forget(tx: Tx, { communityId }: MemberViewer, marks: readonly LiveMark[]): Promise<void> {
    if (marks.length === 0) return;
    await tx.rows(sql`
      UPDATE official_marks SET suspended = false
      WHERE community_id = ${communityId} AND id = ANY (${marks.map(({ id }) => id)}::uuid[])`);
  }
}
