import type { DemoAnswer, DemoTopic } from '../demo-community.types';
import { DemoClosings } from './demo-closings';
import type { DemoFollows } from './demo-follows';
import { DemoMarks } from './demo-marks';
import { DemoMerges } from './demo-merges';
import { DemoReplies } from './demo-replies';
import { scenesOf, type DemoScene } from './demo-scene';
import type { DemoStage } from './demo-stage';
import { DemoTopics } from './demo-topics';

/** In which minutes what happens to the topics of the demo community. */
export class DemoTopicScenes {
  private readonly topics: DemoTopics;
  private readonly replies: DemoReplies;
  private readonly marks: DemoMarks;
  private readonly closings: DemoClosings;
  private readonly merges: DemoMerges;

  constructor(
    private readonly stage: DemoStage,
    private readonly follows: DemoFollows,
  ) {
    this.topics = new DemoTopics(stage, follows);
    this.replies = new DemoReplies(stage, follows);
    this.marks = new DemoMarks(stage, follows);
    this.closings = new DemoClosings(stage);
    this.merges = new DemoMerges(stage, this.marks);
  }

  /** Of what happens in one minute, what is said comes before what is done with it. */
  scenes(topic: DemoTopic): DemoScene[] {
    const { id, answers, comments, meToos, followers, statuses, changes } = topic;
    return [
      ...scenesOf([topic], () => this.topics.ask(topic)),
      ...scenesOf(answers, (answer) => this.replies.answer(answer, id)),
      ...scenesOf(comments, (comment) => this.replies.comment(comment, id, null)),
      ...answers.flatMap((answer) => this.aroundAnswer(answer, topic)),
      ...scenesOf(meToos, (act) => this.marks.meToo(act, id)),
      ...scenesOf(followers, (act) => this.follows.choose(act, 'topic', id)),
      ...scenesOf(statuses, (act) => this.marks.status(act, id, act.status)),
      ...scenesOf(changes, (act, number) => this.topics.change(topic, number, act)),
      ...this.end(topic),
    ];
  }

  private aroundAnswer({ id, comments, stars, official, solvedAt }: DemoAnswer, topic: DemoTopic): DemoScene[] {
    return [
      ...scenesOf(comments, (comment) => this.replies.comment(comment, topic.id, id)),
      ...scenesOf([official], (mark) => this.marks.official(mark, id)),
      ...scenesOf([solvedAt === null ? null : { by: topic.by, at: solvedAt }], (act) => this.marks.solved(act, id)),
      ...scenesOf(stars, (act) => this.marks.star(act, id)),
    ];
  }

  private end({ id, closed, archived, removed, merged }: DemoTopic): DemoScene[] {
    const { topics } = this.stage.cast.demo;
    return [
      ...scenesOf([closed], (act) => this.closings.close(act, id, act.reason)),
      ...scenesOf([archived], (act) => this.closings.archive(act, id, act.note)),
      ...scenesOf([removed], (act) => this.closings.remove(act, id, act.reason)),
      ...scenesOf([merged], (act) => {
        const target = topics.find(({ key }) => key === act.into);
        if (target) this.merges.merge(act, { sourceId: id, targetId: target.id });
      }),
    ];
  }
}
