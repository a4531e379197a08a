import type { DemoAct } from '../demo-community.types';
import { demoId } from '../demo-id';
import type { DemoMarks } from './demo-marks';
import type { DemoStage } from './demo-stage';

/** Two topics, by their ids. */
interface Pair {
  readonly sourceId: string;
  readonly targetId: string;
}

/** Duplicates of the demo community that were merged: what moves remembers where it comes from. */
export class DemoMerges {
  constructor(
    private readonly stage: DemoStage,
    private readonly marks: DemoMarks,
  ) {}

  merge(act: DemoAct, pair: Pair): void {
    const { rows, cast, communityId } = this.stage;
    const source = this.stage.topic(pair.sourceId);
    const createdAt = cast.moment(act.at);
    const id = demoId(createdAt, `merge of ${source.id}`);
    const mergedById = cast.member(act.by).id;
    rows.merges.push({ communityId, id, ...pair, mergedById, sourceResolvedAt: source.resolvedAt, createdAt });
    source.mergedIntoId = pair.targetId;
    const moved = {
      answers: this.moveAnswers(pair),
      comments: this.moveComments(pair),
      meToos: this.movePeople('meToos', pair),
      followers: this.movePeople('follows', pair),
    };
    for (const topicId of [pair.sourceId, pair.targetId]) this.marks.settle(topicId, act.at);
    const data = { mergeId: id, ...pair, ...moved };
    this.stage.tell(act, { type: 'topic.merged', subjectId: pair.sourceId, data });
    this.stage.tell(act, { type: 'topic.duplicate_merged', subjectId: pair.targetId, data });
  }

  private moveAnswers({ sourceId, targetId }: Pair): number {
    const target = this.stage.topic(targetId);
    const answers = this.stage.answersOf(sourceId);
    for (const answer of answers) {
      answer.topicId = targetId;
      answer.movedFromId ??= sourceId;
      answer.followUp = answer.authorId === target.authorId;
    }
    const marks = [...this.stage.rows.officialMarks, ...this.stage.rows.solvedMarks];
    for (const mark of marks.filter(({ topicId }) => topicId === sourceId)) mark.topicId = targetId;
    return answers.length;
  }

  /** One on an answer goes where the answer goes. */
  private moveComments({ sourceId, targetId }: Pair): number {
    const comments = this.stage.rows.comments.filter(({ topicId }) => topicId === sourceId);
    for (const comment of comments) {
      comment.topicId = targetId;
      if (comment.answerId === null) comment.movedFromId ??= sourceId;
    }
    return comments.length;
  }

  /** Whoever has one with both keeps the target's; the other one waits with the source. */
  private movePeople(table: 'meToos' | 'follows', { sourceId, targetId }: Pair): number {
    const rows: Map<string, { memberId: string; topicId: string | null; movedFromId: string | null }> =
      this.stage.rows[table];
    const moving = [...rows].filter(
      ([, { topicId, memberId }]) => topicId === sourceId && !rows.has(`${targetId} ${memberId}`),
    );
    for (const [key, row] of moving) {
      rows.delete(key);
      rows.set(`${targetId} ${row.memberId}`, row);
      row.topicId = targetId;
      row.movedFromId ??= sourceId;
    }
    const counter = table === 'meToos' ? 'meTooCount' : 'followerCount';
    this.stage.topic(sourceId)[counter] -= moving.length;
    this.stage.topic(targetId)[counter] += moving.length;
    return moving.length;
  }
}
