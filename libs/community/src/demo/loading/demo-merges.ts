import type { MergedRow } from '../../merging/merged-row.entity';
import type { DemoAct } from '../demo-community.types';
import { demoId } from '../demo-id';
import type { DemoMarks } from './demo-marks';
import type { DemoStage } from './demo-stage';

type Moved = Pick<MergedRow, 'rowId' | 'what'>;

/** Duplicates of the demo community that were merged: what moves is noted, so that undoing moves it back. */
export class DemoMerges {
  constructor(
    private readonly stage: DemoStage,
    private readonly marks: DemoMarks,
  ) {}

  merge(act: DemoAct, sourceId: string, targetId: string): void {
    const { rows, cast, communityId } = this.stage;
    const createdAt = cast.moment(act.at);
    const mergeId = demoId(createdAt, `merge ${sourceId}`);
    const mergedById = cast.member(act.by).id;
    rows.merges.push({ communityId, id: mergeId, sourceId, targetId, mergedById, createdAt });
    const moved = [
      ...this.movePosts(sourceId, targetId),
      ...this.movePeople('meToos', sourceId, targetId),
      ...this.movePeople('follows', sourceId, targetId),
    ];
    for (const { rowId, what } of moved) rows.mergedRows.push({ communityId, mergeId, rowId, what });
    this.stage.topic(sourceId).mergedIntoId = targetId;
    for (const topicId of [sourceId, targetId]) this.marks.settle(topicId, act.at);
    this.stage.tell(act, { type: 'topic.merged', subjectId: sourceId, data: { targetId } });
  }

  private movePosts(sourceId: string, targetId: string): Moved[] {
    const { comments } = this.stage.rows;
    const answers = this.stage.answersOf(sourceId);
    const remarks = comments.filter(({ topicId }) => topicId === sourceId);
    for (const post of [...answers, ...remarks]) post.topicId = targetId;
    return [
      ...answers.map(({ id }) => ({ rowId: id, what: 'ANSWER' as const })),
      ...remarks.map(({ id }) => ({ rowId: id, what: 'COMMENT' as const })),
    ];
  }

  /** Who has both keeps the one at the target; the other one waits at the source. */
  private movePeople(table: 'meToos' | 'follows', sourceId: string, targetId: string): Moved[] {
    const rows: Map<string, { memberId: string; topicId: string | null }> = this.stage.rows[table];
    const counter = table === 'meToos' ? 'meTooCount' : 'followerCount';
    const moved: Moved[] = [];
    for (const [key, row] of [...rows]) {
      const place = `${targetId} ${row.memberId}`;
      if (row.topicId !== sourceId || rows.has(place)) continue;
      rows.delete(key);
      rows.set(place, row);
      row.topicId = targetId;
      this.stage.topic(sourceId)[counter] -= 1;
      this.stage.topic(targetId)[counter] += 1;
      moved.push({ rowId: row.memberId, what: table === 'meToos' ? 'ME_TOO' : 'FOLLOW' });
    }
    return moved;
  }
}
