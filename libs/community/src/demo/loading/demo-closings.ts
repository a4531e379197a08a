import type { DemoAct } from '../demo-community.types';
import type { DemoStage } from './demo-stage';

/** Topics of the demo community that staff close or put away. */
export class DemoClosings {
  constructor(private readonly stage: DemoStage) {}

  close(act: DemoAct, topicId: string, reason: string): void {
    const topic = this.stage.topic(topicId);
    topic.closedAt = this.stage.cast.moment(act.at);
    topic.closedReason = reason;
    this.stage.tell(act, { type: 'topic.closed', subjectId: topicId, data: { reason } });
  }

  /** An archived topic is closed as well. */
  archive(act: DemoAct, topicId: string, note: string): void {
    const topic = this.stage.topic(topicId);
    const archivedAt = this.stage.cast.moment(act.at);
    const closed = topic.closedAt === null;
    topic.archivedAt = archivedAt;
    topic.archivedNote = note;
    topic.closedAt ??= archivedAt;
    this.stage.tell(act, { type: 'topic.archived', subjectId: topicId, data: { note, closed } });
  }

  remove(act: DemoAct, topicId: string, reason: string): void {
    const topic = this.stage.topic(topicId);
    const data = { topicId, reason, from: topic.state };
    topic.state = 'REMOVED';
    topic.stateReason = reason;
    this.stage.tell(act, { type: 'post.removed', subjectId: topicId, data });
  }
}
